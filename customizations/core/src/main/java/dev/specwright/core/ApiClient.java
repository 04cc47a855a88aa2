package dev.specwright.core;

import dev.specwright.runtime.ApiDescription;
import dev.specwright.runtime.ApiRetrofit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import retrofit2.Retrofit;

/** The machine behind a facade: the interceptors in their order, and the generated interfaces. */
public final class ApiClient implements AutoCloseable {
  private final Retrofit retrofit;
  private final Map<Class<?>, Object> interfaces = new ConcurrentHashMap<>();
  private final OkHttpClient http;
  private final boolean ownsHttp;
  private final HttpUrl server;
  private final AtomicBoolean closed = new AtomicBoolean();

  ApiClient(
      ClientBuilder<?> settings,
      ApiDescription api,
      HttpUrl server,
      Map<String, Credential> credentials,
      List<Interceptor> own) {
    OkHttpClient.Builder chain = settings.http();
    // A redirect could carry credentials elsewhere, and OkHttp's own retry could send a write
    // twice.
    chain.followRedirects(false).followSslRedirects(false).retryOnConnectionFailure(false);
    chain.addInterceptor(settings.guard(api, closed));
    own.forEach(chain::addInterceptor);
    if (settings.isDryRun()) chain.addInterceptor(new DryRunInterceptor(api));
    chain.addInterceptor(settings.retryInterceptor());
    chain.addInterceptor(new CredentialsInterceptor(server, api, credentials));
    chain.addInterceptor(settings.attempts(api));
    chain.addNetworkInterceptor(new SentInterceptor());
    this.http = chain.build();
    this.ownsHttp = settings.ownsHttp();
    this.server = server;
    this.retrofit =
        ApiRetrofit.create(server, http, api, new StandardFailures(api), settings.validates());
  }

  /** Returns the implementation of a generated interface, made when it is first asked for. */
  public <T> T create(Class<T> api) {
    return api.cast(interfaces.computeIfAbsent(api, retrofit::create));
  }

  /** The server that this client talks to. */
  public HttpUrl server() {
    return server;
  }

  /**
   * Refuses every further call, and ends idle connections and threads, unless they belong to an
   * OkHttpClient of the caller's. Calls under way come to their end.
   */
  @Override
  public void close() {
    closed.set(true);
    if (!ownsHttp) return;
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
