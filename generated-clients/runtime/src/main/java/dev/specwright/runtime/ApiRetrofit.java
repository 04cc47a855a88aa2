package dev.specwright.runtime;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import retrofit2.Retrofit;

/** Builds the Retrofit that generated interfaces need. */
public final class ApiRetrofit {
  private ApiRetrofit() {}

  /**
   * Returns a Retrofit for the interfaces of {@code api}, which checks requests before it sends
   * them.
   *
   * @param baseUrl the server; its path must end in a slash
   * @param http makes the calls; its interceptors add credentials and the like
   * @param failures chooses the exceptions of failed calls
   */
  public static Retrofit create(
      HttpUrl baseUrl, OkHttpClient http, ApiDescription api, FailureMapper failures) {
    return create(baseUrl, http, api, failures, true);
  }

  /**
   * As {@link #create(HttpUrl, OkHttpClient, ApiDescription, FailureMapper)}.
   *
   * @param validation whether a request that the document does not allow is refused instead of sent
   */
  public static Retrofit create(
      HttpUrl baseUrl,
      OkHttpClient http,
      ApiDescription api,
      FailureMapper failures,
      boolean validation) {
    OkHttpClient.Builder recorded = http.newBuilder();
    if (validation) {
      recorded.interceptors().add(0, new ValidationInterceptor(api.validator()));
    }
    // First, so that it sees the answer as the caller will.
    recorded.interceptors().add(0, ApiRetrofit::asCallersSeeIt);
    Moshi moshi = api.moshi();
    return new Retrofit.Builder()
        .baseUrl(baseUrl)
        .callFactory(new OptionsCallFactory(recorded.build(), moshi))
        .addCallAdapterFactory(
            new ApiCallAdapterFactory(
                new RealApiCall.Failures(failures, api.errorShape(), credentialNames(api))))
        .addConverterFactory(new ApiConverterFactory(moshi, api.errorShape()))
        .build();
  }

  private static Set<String> credentialNames(ApiDescription api) {
    Set<String> names = new HashSet<>();
    for (SecurityScheme scheme : api.securitySchemes().values()) names.add(scheme.parameter());
    return names;
  }

  private static Response asCallersSeeIt(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    CallRecord record = chain.request().tag(CallRecord.class);
    if (record != null) record.status(response.code());
    // Later interceptors add credentials, and a response prints the URL of its request.
    return response
        .newBuilder()
        .request(chain.request())
        .networkResponse(null)
        .cacheResponse(null)
        .priorResponse(null)
        .build();
  }
}
