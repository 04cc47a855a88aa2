package dev.specwright.runtime;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;

/** Lets generated interfaces return {@link ApiCall}. */
final class ApiCallAdapterFactory extends CallAdapter.Factory {
  private final RealApiCall.Failures failures;

  ApiCallAdapterFactory(RealApiCall.Failures failures) {
    this.failures = failures;
  }

  @Override
  public @Nullable CallAdapter<?, ?> get(
      Type returnType, Annotation[] annotations, Retrofit retrofit) {
    if (getRawType(returnType) != ApiCall.class) return null;
    Type responseType = getParameterUpperBound(0, (ParameterizedType) returnType);
    return new CallAdapter<Object, ApiCall<Object>>() {
      @Override
      public Type responseType() {
        return responseType;
      }

      @Override
      public ApiCall<Object> adapt(Call<Object> call) {
        return RealApiCall.of(call, returnType, responseType != Void.class, failures);
      }
    };
  }
}
