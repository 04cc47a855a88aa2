package dev.specwright.tour;

import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/**
 * Makes a mock turn pages. It answers every request of an operation with the same example, so the
 * page is chosen by Prism's Prefer header.
 */
final class MockPages {
  private MockPages() {}

  /**
   * Returns an HTTP client that asks for the example {@code first} where {@code path} is requested
   * without {@code parameter}, and for {@code following} where it is requested with it.
   */
  static OkHttpClient of(String path, String parameter, String first, String following) {
    Interceptor choose =
        chain -> {
          String target = chain.request().url().encodedPath();
          if (!target.endsWith(path)) return chain.proceed(chain.request());
          boolean start = chain.request().url().queryParameter(parameter) == null;
          return chain.proceed(
              chain
                  .request()
                  .newBuilder()
                  .header("Prefer", "example=" + (start ? first : following))
                  .build());
        };
    return new OkHttpClient.Builder().addInterceptor(choose).build();
  }
}
