package dev.specwright.core;

import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiDescription;
import java.net.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The settings that all four clients have. */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");
  private static final Duration USUAL_CALL_TIMEOUT = Duration.ofMinutes(2);

  private @Nullable HttpUrl server;
  private @Nullable OkHttpClient http;
  private @Nullable Proxy proxy;
  private EventListener.@Nullable Factory listeners;
  private @Nullable Duration connectTimeout;
  private @Nullable Duration readTimeout;
  private @Nullable Duration callTimeout;
  private long answerLimit = 64L * 1024 * 1024;
  private boolean readOnly;
  private boolean validation = true;
  private boolean dryRun;
  private boolean cleartext;
  private Retries retries = Retries.DEFAULT;
  private Clock clock = Clock.systemUTC();
  private Sleeper sleeper = new CallSleeper();
  private @Nullable Consumer<String> log;
  private @Nullable TokenStore tokenStore;
  private @Nullable String product;
  private @Nullable String idHeader;

  /** For the clients' builders. */
  protected ClientBuilder() {}

  /** Returns this builder. */
  protected abstract B self();

  /**
   * Sets the server, in place of the document's. It must be https, unless it is this machine, and
   * have no user, query or fragment.
   *
   * @throws IllegalArgumentException if it is no URL, or has one of these; cleartext is refused
   *     when the client is built
   */
  public B server(String url) {
    server = address(given(url, "server", "\"https://...\""));
    return self();
  }

  /**
   * Uses an OkHttpClient of the caller's: its proxy, timeouts, TLS, interceptors and connections.
   * Redirects, OkHttp's own retries and its cache, whose files would hold credentials that are in a
   * URL, are switched off all the same.
   */
  public B httpClient(OkHttpClient client) {
    http = given(client, "httpClient", "an OkHttpClient");
    return self();
  }

  /** Goes through a proxy; the system's unless set. */
  public B proxy(Proxy value) {
    proxy = given(value, "proxy", "a Proxy, such as Proxy.NO_PROXY");
    return self();
  }

  /**
   * Tells a listener about the events of each call, for metrics and traces. Requests that OkHttp
   * shows it on the wire ({@code requestHeadersEnd}) hold credentials, and its exceptions may quote
   * them; {@code call.request()} holds none.
   */
  public B eventListener(EventListener.Factory factory) {
    listeners = given(factory, "eventListener", "an EventListener.Factory");
    return self();
  }

  /**
   * Limits each call as a whole, retries included; two minutes unless set, here or in the {@link
   * #httpClient}.
   */
  public B callTimeout(Duration limit) {
    callTimeout = positive(limit, "callTimeout");
    return self();
  }

  /** Limits the making of a connection; ten seconds unless set. */
  public B connectTimeout(Duration limit) {
    connectTimeout = positive(limit, "connectTimeout");
    return self();
  }

  /** Limits the wait for the next bytes of an answer; ten seconds unless set. */
  public B readTimeout(Duration limit) {
    readTimeout = positive(limit, "readTimeout");
    return self();
  }

  /**
   * Limits the bytes of an answer that is decoded as a whole, unpacked; 64 MiB unless set. A longer
   * one, such as one without end, ends its call with a {@link BadAnswerException}. Files, and what
   * else is read as a stream, have no limit.
   *
   * @throws IllegalArgumentException if it is less than one
   */
  public B answerLimit(long bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException(
          "Expected an answerLimit of 1 byte or more but found "
              + bytes
              + ". Set a larger one, or leave the setting out.");
    }
    answerLimit = bytes;
    return self();
  }

  /** Sets how calls are repeated; {@link Retries#DEFAULT} unless set. */
  public B retries(Retries value) {
    retries = given(value, "retries", "Retries.NONE for one attempt");
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
   * {@code ApiCall.header} add, but for the position and size of a page.
   */
  public B validation(boolean enabled) {
    validation = enabled;
    return self();
  }

  /**
   * Describes every operation that writes, instead of sending it: the call ends with a {@link
   * DryRunException} that holds the request as a curl command. Reads are sent.
   */
  public B dryRun() {
    dryRun = true;
    return self();
  }

  /** Allows a server without TLS other than this machine. Credentials then travel in the clear. */
  public B allowCleartext() {
    cleartext = true;
    return self();
  }

  /**
   * Reports each request and the status of its answer, without credentials or sensitive values. A
   * receiver that throws loses the line; the call goes on.
   */
  public B log(Consumer<String> receiver) {
    Consumer<String> lines = given(receiver, "log", "a receiver of lines");
    log =
        line -> {
          try {
            lines.accept(line);
          } catch (RuntimeException e) {
            // It would hide what became of the call, and lose its connection.
          }
        };
    return self();
  }

  /** Takes the time from {@code value}; the system's clock unless set. */
  public B clock(Clock value) {
    clock = given(value, "clock", "a Clock");
    return self();
  }

  /** Waits between attempts with {@code value}; for tests. */
  public B sleeper(Sleeper value) {
    sleeper = given(value, "sleeper", "a Sleeper");
    return self();
  }

  /** Shares access tokens with other clients; kept in this client unless set. */
  public B tokenStore(TokenStore value) {
    tokenStore = given(value, "tokenStore", "a TokenStore, such as TokenStore.inMemory()");
    return self();
  }

  /**
   * Puts the caller's own product in front of the User-Agent, such as {@code acme-sync/2.1}.
   *
   * @throws IllegalArgumentException if it is blank or not printable ASCII
   */
  public B userAgent(String name) {
    String value = given(name, "userAgent", "\"product/version\"");
    if (value.isBlank() || !value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalArgumentException(
          "Expected a product and version of printable ASCII but found something else. Set it with"
              + " builder().userAgent(\"product/version\").");
    }
    product = value.strip();
    return self();
  }

  /**
   * Sends the ID of each call, {@link dev.specwright.runtime.ApiException#callId}, in this header,
   * the same with every attempt; it is not sent unless set.
   *
   * @throws IllegalArgumentException if it cannot be the name of a header
   */
  public B callIdHeader(String name) {
    String value = given(name, "callIdHeader", "\"X-Request-Id\"");
    if (!value.matches("[A-Za-z0-9-]+")) {
      throw new IllegalArgumentException(
          "Expected the name of a header, of letters, digits and hyphens, but found something"
              + " else. Set it with builder().callIdHeader(\"X-Request-Id\").");
    }
    idHeader = value;
    return self();
  }

  /** The first mistake, not the first call, is where a caller should hear of it. */
  private static <T> T given(@Nullable T value, String setter, String example) {
    if (value != null) return value;
    throw new IllegalArgumentException(
        "Expected a value for "
            + setter
            + " but found null. Set "
            + example
            + ", or leave the setting out.");
  }

  private static Duration positive(@Nullable Duration limit, String setter) {
    Duration value = given(limit, setter, "a Duration");
    if (!value.isNegative() && !value.isZero()) return value;
    throw new IllegalArgumentException(
        "Expected a "
            + setter
            + " above zero but found "
            + value
            + ". Set a longer one, or leave the setting out.");
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

  /**
   * Returns a credential that is an access token, requested when it is needed, renewed, and shared
   * by way of the {@link #tokenStore}.
   *
   * @param account names whose token it is, such as a client id; it tells accounts apart in a store
   * @param request makes the call for a token; called each time that one is needed
   * @param reader takes the token out of the answer
   */
  protected final <A> Credential accessTokens(
      ApiDescription api,
      String account,
      Supplier<? extends ApiCall<A>> request,
      Function<? super A, AccessTokens.Token> reader) {
    String key = "specwright:" + hash(serverUrl(api, Map.of()) + "\n" + account);
    Consumer<String> lines = log == null ? line -> {} : log;
    return new AccessTokens(
        new SharedTokens(request, reader, clock, tokenStore, key, lines),
        clock,
        new StandardFailures(api));
  }

  /** A client id is not for everyone who may list a store's keys. */
  private static String hash(String text) {
    return ByteString.encodeUtf8(text).sha256().hex();
  }

  /** The clock that was set. */
  protected final Clock clock() {
    return clock;
  }

  private HttpUrl serverUrl(ApiDescription api, Map<String, String> variables) {
    HttpUrl url = server;
    if (url == null) {
      String text = api.server();
      for (Map.Entry<String, String> each : api.serverVariables().entrySet()) {
        String value = variables.getOrDefault(each.getKey(), each.getValue());
        text = text.replace("{" + each.getKey() + "}", value);
      }
      url = address(text);
    }
    if (!url.isHttps() && !cleartext && !LOOPBACK.contains(url.host())) {
      throw new IllegalArgumentException(
          "Expected an https server but found http for "
              + url.host()
              + ". Credentials would travel in the clear; use https, or"
              + " builder().allowCleartext().");
    }
    return url;
  }

  private static HttpUrl address(String text) {
    HttpUrl url = HttpUrl.parse(text.endsWith("/") ? text : text + "/");
    if (url == null) {
      throw new IllegalArgumentException(
          "Expected an http or https URL as the server but found something else."
              + " Set it with builder().server(\"https://...\").");
    }
    boolean hasUser = !url.username().isEmpty() || !url.password().isEmpty();
    if (url.query() != null || url.fragment() != null || hasUser) {
      throw new IllegalArgumentException(
          "Expected a server of scheme, host and path but found one with a user, query or fragment"
              + " for "
              + url.host()
              + ". Credentials have setters of their own; leave out the rest.");
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

  OkHttpClient.Builder http() {
    OkHttpClient.Builder builder = http == null ? ownHttp() : http.newBuilder();
    if (proxy != null) builder.proxy(proxy);
    if (listeners != null) builder.eventListenerFactory(listeners);
    if (connectTimeout != null) builder.connectTimeout(connectTimeout);
    if (readTimeout != null) builder.readTimeout(readTimeout);
    return builder.cache(null).callTimeout(callTimeout());
  }

  private Duration callTimeout() {
    if (callTimeout != null) return callTimeout;
    int own = http == null ? 0 : http.callTimeoutMillis();
    return own > 0 ? Duration.ofMillis(own) : USUAL_CALL_TIMEOUT;
  }

  /** OkHttp's five calls per host suit a browser; this client has one host. */
  private static OkHttpClient.Builder ownHttp() {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequestsPerHost(dispatcher.getMaxRequests());
    return new OkHttpClient.Builder().dispatcher(dispatcher);
  }

  boolean ownsHttp() {
    return http == null;
  }

  boolean validates() {
    return validation;
  }

  boolean isDryRun() {
    return dryRun;
  }

  AttemptInterceptor attempts(ApiDescription api) {
    return new AttemptInterceptor(api, clock, log, answerLimit);
  }

  GuardInterceptor guard(ApiDescription api, AtomicBoolean closed) {
    String agent = (product == null ? "" : product + " ") + Versions.userAgent(api);
    return new GuardInterceptor(api, readOnly, closed, agent, idHeader);
  }

  RetryInterceptor retryInterceptor() {
    return new RetryInterceptor(
        retries, clock, sleeper, () -> ThreadLocalRandom.current().nextDouble());
  }
}
