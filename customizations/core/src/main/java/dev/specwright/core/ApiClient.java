package dev.specwright.core;

import dev.specwright.runtime.ApiDescription;
import dev.specwright.runtime.ApiRetrofit;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import retrofit2.Retrofit;

/** The machine behind a facade: the interceptors in their order, and the generated interfaces. */
public final class ApiClient implements AutoCloseable {
  private final Retrofit retrofit;
  private final OkHttpClient http;
  private final boolean ownsHttp;
  private final HttpUrl server;

  ApiClient(
      ClientBuilder<?> settings,
      ApiDescription api,
      HttpUrl server,
      Map<String, Credential> credentials,
      List<Interceptor> own) {
    OkHttpClient.Builder chain = settings.http().newBuilder();
    // A redirect could carry credentials elsewhere, and OkHttp's own retry could send a write
    // twice.
    chain.followRedirects(false).followSslRedirects(false).retryOnConnectionFailure(false);
    if (settings.isReadOnly()) chain.addInterceptor(new ReadOnlyInterceptor());
    own.forEach(chain::addInterceptor);
    chain.addInterceptor(settings.retryInterceptor());
    chain.addInterceptor(new CredentialsInterceptor(server, api, credentials));
    chain.addInterceptor(new AttemptInterceptor(api, settings.log()));
    settings.callTimeout().ifPresent(chain::callTimeout);
    this.http = chain.build();
    this.ownsHttp = settings.ownsHttp();
    this.server = server;
    this.retrofit =
        ApiRetrofit.create(server, http, api, new StandardFailures(api), settings.validates());
  }

  /** Returns the implementation of a generated interface. */
  public <T> T create(Class<T> api) {
    return retrofit.create(api);
  }

  /** The server that this client talks to. */
  public HttpUrl server() {
    return server;
  }

  /** Ends idle connections and threads, unless they belong to an OkHttpClient of the caller's. */
  @Override
  public void close() {
    if (!ownsHttp) return;
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
