package dev.specwright.mappiness;

import dev.specwright.core.ApiClient;
import dev.specwright.core.ClientBuilder;
import dev.specwright.core.Credential;
import dev.specwright.core.Environment;
import dev.specwright.core.Pages;
import dev.specwright.mappiness.api.ApiDocument;
import dev.specwright.mappiness.api.ExportsApi;
import dev.specwright.mappiness.api.LinksApi;
import dev.specwright.mappiness.api.SignaturesApi;
import dev.specwright.mappiness.model.ResponseRow;
import dev.specwright.runtime.ApiCall;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * The Mappiness API, for the data of one participant.
 *
 * <pre>{@code
 * try (Mappiness mappiness = Mappiness.builder().secret("3kkq.pk7d.23wb").build()) {
 *   ApiCall<List<ResponseRow>> latest =
 *       mappiness.exports().listResponses(
 *           ListResponsesOptions.builder().include(List.of("happy")).limit(1).build());
 *   latest.fetch();
 *   // GET /3kkq.pk7d.23wb/mappiness.json?include=happy&limit=1
 *   MappinessLink link = mappiness.sign(latest);
 *   // GET /get_u/3kkq.pk7d.23wb/mappiness.json?include=happy&limit=1
 *   mappiness.open(link).responses().fetch();
 *   // GET /u/3kkq.21f8861d6df137bb07d47c0fec31/mappiness.json?include=happy&limit=1
 * }
 * }</pre>
 *
 * <p>The secret goes into the first segment of the path (section "Universal authentication with API
 * secret"), on this client's server and nowhere else, and never shows in exceptions or logs. A
 * client without a secret can open links.
 *
 * <p>With {@code callback} the service wraps its answer, for browsers; the client takes the
 * wrapping off again. Wrong authentication data gives {@link
 * dev.specwright.core.AuthenticationException} everywhere: where the service answers {@code
 * {"error":"bad_secret"}}, and where it answers an HTML page instead of CSV, XLS, a photo or a
 * signature (section "Requests"). An HTML page that came with a status of success counts as status
 * 401 then.
 */
public final class Mappiness implements AutoCloseable {
  private final ApiClient client;
  private final Clock clock;
  private final String linkServer;
  private final SignatureCalls signatureCalls;

  private Mappiness(ApiClient client, Clock clock, @Nullable String linkServer) {
    this.client = client;
    this.clock = clock;
    this.linkServer = linkServer == null ? client.server().toString() : linkServer;
    signatureCalls = new SignatureCalls(client);
  }

  /** Returns a builder; nothing has to be set, but without a secret only links can be opened. */
  public static Builder builder() {
    return new Builder();
  }

  /** Responses and photos, by secret. Section "Data endpoints". */
  public ExportsApi exports() {
    return client.create(ExportsApi.class);
  }

  /**
   * The same, by link; {@link #open} is the way to it. A call made here needs its link as {@code
   * call.tag(MappinessLink.class, link)}. Section "Link-specific authentication with HMACs".
   */
  public LinksApi links() {
    return client.create(LinksApi.class);
  }

  /**
   * Signatures; {@link #sign} is the way to them. Those wrapped for browsers are handed on as they
   * come, the others are checked as there. Section "Generating HMAC-authenticated URLs".
   */
  public SignaturesApi signatures() {
    return client.create(SignaturesApi.class);
  }

  /**
   * Returns the link for exactly the request that {@code call}, one of {@link #exports}, would
   * make: the same path and query, byte for byte. The call itself is not made. Whoever has the link
   * can make this request, and no other.
   *
   * <p>Section "Generating HMAC-authenticated URLs": only the service can make links, so this sends
   * the secret to {@code get_u/} on this client's server. The answer is taken only if it is a link
   * of this server and this participant for the very same path and query.
   *
   * @throws IllegalArgumentException if there is no signature for such a call
   * @throws dev.specwright.core.BadAnswerException if the answer is not the link asked for
   * @throws dev.specwright.runtime.ApiException if no answer came, or a refusal
   */
  public MappinessLink sign(ApiCall<?> call) {
    return MappinessLink.of(signatureCalls.signed(call).url().toString());
  }

  /**
   * Opens a link: returns the calls that it may be good for. No secret is needed or sent, and the
   * URL goes out byte for byte as it was signed.
   *
   * @throws IllegalArgumentException if the link is one of another server
   */
  public OpenedLink open(MappinessLink link) {
    if (!link.base().equals(linkServer)) {
      throw new IllegalArgumentException(
          "Expected a link that begins with "
              + HttpUrl.get(linkServer)
              + " but found one that begins with "
              + link.base()
              + ". Build another client for another server.");
    }
    return new OpenedLink(links(), link);
  }

  /**
   * Returns all responses that {@code call} gives, page after page; its {@code limit} is the size
   * of a page. For all in one request, call {@link #rows}.
   */
  public Pages<ResponseRow> pages(ApiCall<List<ResponseRow>> call) {
    return Pages.ofList(call);
  }

  /**
   * Makes a call for JSON and returns its responses one by one, as they arrive, in constant memory.
   * The call's time limit, two minutes unless set, holds until the last one is read. {@code
   * call.cancel()} ends the reading, from another thread.
   *
   * @throws dev.specwright.runtime.ApiException as {@code call.fetch()} does
   */
  public JsonRows rows(ApiCall<List<ResponseRow>> call) {
    return new JsonRows(BodyHandover.fetch(call), call::exception);
  }

  /**
   * Makes a call for CSV and returns its responses one by one, as {@link #rows} does. The first
   * line must hold the names of the columns that the call's {@code include} asks for.
   *
   * @throws dev.specwright.runtime.ApiException as {@code call.fetch()} does, and if there is no
   *     such first line
   */
  public CsvRows csvRows(ApiCall<ResponseBody> call) {
    MappinessLink link = call.request().tag(MappinessLink.class);
    HttpUrl url = link == null ? call.request().url() : HttpUrl.get(link.url());
    return new CsvRows(call.fetch(), url.queryParameter("include"), call::exception);
  }

  /**
   * Returns the settings of a poller that makes {@code call}, one of {@link
   * ExportsApi#listResponses}, again and again and gives what is new. Its {@code include}, if it
   * has one, must have the column {@code start_time_epoch}.
   *
   * <pre>{@code
   * try (ResponsePoller poller =
   *     mappiness.poller(mappiness.exports().listResponses()).after(kept).build()) {
   *   poller.forEachRemaining(row -> ...); // until poller.close()
   * }
   * }</pre>
   *
   * @throws IllegalArgumentException if the call has {@code limit}, {@code offset} or {@code
   *     before}, lacks that column, or is one by link
   */
  public ResponsePoller.Builder poller(ApiCall<List<ResponseRow>> call) {
    return new ResponsePoller.Builder(call, clock);
  }

  /** Ends idle connections and threads, unless they belong to an OkHttpClient of the caller's. */
  @Override
  public void close() {
    client.close();
  }

  /** Settings of a {@link Mappiness}. */
  public static final class Builder extends ClientBuilder<Builder> {
    /** The page's regular expression. */
    private static final Pattern SECRET =
        Pattern.compile(
            "[23456789bcdfghjkmnpqrstvwxyz]{1,6}[.][23456789bcdfghjkmnpqrstvwxyz]{4}"
                + "[.][23456789bcdfghjkmnpqrstvwxyz]{4}");

    private @Nullable String secret;
    private @Nullable String linkServer;

    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Sets the participant's API secret, such as {@code 3kkq.pk7d.23wb}: a part of the link that
     * the app shows when data download is turned on. It changes each time that happens.
     *
     * @throws IllegalArgumentException if it does not have the form that the page describes
     */
    public Builder secret(String value) {
      if (!SECRET.matcher(value).matches()) {
        throw new IllegalArgumentException(
            "Expected a secret of the form xxx.xxxx.xxxx, with one to six characters before the"
                + " first dot, but found something else. Copy it from the link in the app, without"
                + " the address and without slashes.");
      }
      secret = value;
      return this;
    }

    /**
     * Sets the server that links name, where it is not the one that this client talks to: behind a
     * gateway, or with a mock that answers with the service's own links. Links must name this
     * server then; requests go to the client's.
     *
     * @throws IllegalArgumentException if it is not https, nor this machine
     */
    public Builder linkServer(String url) {
      linkServer = MappinessLink.server(url);
      return this;
    }

    /**
     * Takes settings from environment variables, usually {@code System.getenv()}: {@code
     * MAPPINESS_API_SECRET}. {@code MAPPINESS_SERVER}, if set, is the server.
     *
     * @throws IllegalArgumentException if variables are missing, naming them all, or wrong; no
     *     value is quoted
     */
    public Builder fromEnvironment(Map<String, String> variables) {
      Environment.of(ApiDocument.DESCRIPTION, "MAPPINESS", variables)
          .server(this::server)
          .credential(SignatureCalls.CREDENTIAL, this::secret)
          .apply();
      return this;
    }

    /**
     * Makes the client.
     *
     * @throws IllegalArgumentException if a setting is wrong, saying which
     */
    public Mappiness build() {
      Map<String, Credential> credentials = new HashMap<>();
      // LinkInterceptor puts whole URLs in place, so that there is no segment left to fill.
      credentials.put(LinkInterceptor.CREDENTIAL, Credential.of(""));
      if (secret != null) credentials.put(SignatureCalls.CREDENTIAL, Credential.of(secret));
      String participant = secret == null ? "" : secret.substring(0, secret.indexOf('.'));
      return new Mappiness(
          client(
              ApiDocument.DESCRIPTION,
              Map.of(),
              credentials,
              List.of(
                  new BodyHandover.Taker(),
                  new LinkInterceptor(linkServer),
                  new SignatureInterceptor(linkServer, participant),
                  new JsonpInterceptor(),
                  new HtmlPageInterceptor())),
          clock(),
          linkServer);
    }
  }
}
