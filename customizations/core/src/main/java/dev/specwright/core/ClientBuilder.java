package dev.specwright.core;

import dev.specwright.runtime.ApiDescription;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The settings that all four clients have. */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  private @Nullable String server;
  private @Nullable OkHttpClient http;
  private @Nullable Duration callTimeout = Duration.ofMinutes(2);
  private boolean readOnly;
  private boolean validation = true;
  private boolean cleartext;
  private Retries retries = Retries.DEFAULT;
  private Clock clock = Clock.systemUTC();
  private Sleeper sleeper = new CallSleeper();
  private @Nullable Consumer<String> log;

  /** For the clients' builders. */
  protected ClientBuilder() {}

  /** Returns this builder. */
  protected abstract B self();

  /** Sets the server, in place of the document's. It must be https, unless it is this machine. */
  public B server(String url) {
    server = url;
    return self();
  }

  /**
   * Uses an OkHttpClient of the caller's: its proxy, timeouts, TLS, cache, interceptors and
   * connections. Redirects and OkHttp's own retries are switched off all the same.
   */
  public B httpClient(OkHttpClient client) {
    http = client;
    return self();
  }

  /** Limits each call as a whole, retries included; two minutes unless set. */
  public B callTimeout(Duration limit) {
    callTimeout = limit;
    return self();
  }

  /** Sets how calls are repeated; {@link Retries#DEFAULT} unless set. */
  public B retries(Retries value) {
    retries = value;
    return self();
  }

  /** Refuses every operation that writes, before anything is sent. */
  public B readOnly() {
    readOnly = true;
    return self();
  }

  /**
   * Sets whether a request is checked before it is sent; it is, unless set to false. A value that
   * the document does not allow (its limits, patterns, listed values) then ends the call with a
   * {@link RequestRefusedException}. Answers are never checked, nor what {@code ApiCall.query} and
   * {@code ApiCall.header} add.
   */
  public B validation(boolean enabled) {
    validation = enabled;
    return self();
  }

  /** Allows a server without TLS other than this machine. Credentials then travel in the clear. */
  public B allowCleartext() {
    cleartext = true;
    return self();
  }

  /** Reports each request and the status of its answer, without credentials or sensitive values. */
  public B log(Consumer<String> receiver) {
    log = receiver;
    return self();
  }

  /** Takes the time from {@code value}; the system's clock unless set. */
  public B clock(Clock value) {
    clock = value;
    return self();
  }

  /** Waits between attempts with {@code value}; for tests. */
  public B sleeper(Sleeper value) {
    sleeper = value;
    return self();
  }

  /**
   * Makes the client.
   *
   * @param variables values of the document's server variables
   * @param credentials by the names that the document gives them
   * @param own the API's own interceptors, outermost first; they run before credentials are added
   */
  protected final ApiClient client(
      ApiDescription api,
      Map<String, String> variables,
      Map<String, Credential> credentials,
      List<Interceptor> own) {
    return new ApiClient(this, api, serverUrl(api, variables), credentials, own);
  }

  /** The clock that was set. */
  protected final Clock clock() {
    return clock;
  }

  private HttpUrl serverUrl(ApiDescription api, Map<String, String> variables) {
    String text = server;
    if (text == null) {
      text = api.server();
      for (Map.Entry<String, String> each : api.serverVariables().entrySet()) {
        String value = variables.getOrDefault(each.getKey(), each.getValue());
        text = text.replace("{" + each.getKey() + "}", value);
      }
    }
    HttpUrl url = HttpUrl.parse(text.endsWith("/") ? text : text + "/");
    if (url == null) {
      throw new IllegalArgumentException(
          "Expected an http or https URL as the server but found something else."
              + " Set it with builder().server(\"https://...\").");
    }
    if (!url.isHttps() && !cleartext && !LOOPBACK.contains(url.host())) {
      throw new IllegalArgumentException(
          "Expected an https server but found http for "
              + url.host()
              + ". Credentials would travel in the clear; use https, or builder().allowCleartext().");
    }
    return url;
  }

  /**
   * Returns {@code value}.
   *
   * @throws IllegalArgumentException if it is null or blank, saying how to set it
   */
  protected static String require(@Nullable String value, String name, String setter) {
    if (value != null && !value.isBlank()) return value;
    throw new IllegalArgumentException(
        "Expected " + name + " but it was blank. Set it with builder()." + setter + ".");
  }

  OkHttpClient http() {
    return http == null ? new OkHttpClient() : http;
  }

  boolean ownsHttp() {
    return http == null;
  }

  boolean isReadOnly() {
    return readOnly;
  }

  boolean validates() {
    return validation;
  }

  Optional<Duration> callTimeout() {
    return Optional.ofNullable(callTimeout);
  }

  @Nullable Consumer<String> log() {
    return log;
  }

  RetryInterceptor retryInterceptor() {
    return new RetryInterceptor(
        retries, clock, sleeper, () -> ThreadLocalRandom.current().nextDouble());
  }
}
