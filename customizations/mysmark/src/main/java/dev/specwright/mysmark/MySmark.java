package dev.specwright.mysmark;

import dev.specwright.core.AccessTokens;
import dev.specwright.core.ApiClient;
import dev.specwright.core.ClientBuilder;
import dev.specwright.core.Credential;
import dev.specwright.core.Environment;
import dev.specwright.core.Pages;
import dev.specwright.mysmark.api.AccountsApi;
import dev.specwright.mysmark.api.ApiDocument;
import dev.specwright.mysmark.api.EventsApi;
import dev.specwright.mysmark.api.ObjectsApi;
import dev.specwright.mysmark.api.TokensApi;
import dev.specwright.mysmark.api.UsersApi;
import dev.specwright.mysmark.api.WidgetsApi;
import dev.specwright.mysmark.model.CreatedId;
import dev.specwright.mysmark.model.GrantType;
import dev.specwright.mysmark.model.ResourceId;
import dev.specwright.mysmark.model.Smark;
import dev.specwright.mysmark.model.SmarkObject;
import dev.specwright.mysmark.model.TokenAnswer;
import dev.specwright.mysmark.model.TokenRequest;
import dev.specwright.runtime.ApiCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The MySmark API, for one business account.
 *
 * <pre>{@code
 * try (MySmark mysmark = MySmark.builder().clientId("...").clientSecret("...").build()) {
 *   Account account = mysmark.accounts().getAccount(mysmark.owner()).fetch();
 *   // POST /oauth2/token, then GET /api/me?oauth_token=...
 * }
 * }</pre>
 *
 * <p>The client requests an access token when the first call needs it (section 2 OAuth), keeps it
 * until a minute before its end, and sends it as {@code oauth_token}: in the query of a GET, in the
 * form of a POST or DELETE, never in a header. When the service answers {@code invalid_token} or
 * status 401, the client requests another token and repeats the call, once. An answer that does not
 * say how long its token lives is taken to mean an hour, as the vendor's PHP code does.
 *
 * <p>Calls fail with the exceptions of {@link dev.specwright.core}. A DELETE of a resource that was
 * smarked already (status 405) is a {@link dev.specwright.core.ConflictException}.
 */
public final class MySmark implements AutoCloseable {
  private static final String OAUTH_TOKEN = "oauthToken";

  private final ApiClient client;
  private final String owner;
  private final TokenRequest tokenRequest;

  private MySmark(Builder settings) {
    tokenRequest =
        TokenRequest.builder()
            .grantType(GrantType.CLIENT_CREDENTIALS)
            .clientId(Builder.key(settings.clientId, "clientId"))
            .clientSecret(Builder.key(settings.clientSecret, "clientSecret"))
            .build();
    owner = Builder.key(settings.owner, "owner");
    client = settings.connect(this::tokenRequest);
  }

  private ApiCall<TokenAnswer> tokenRequest() {
    return tokens().createToken(tokenRequest);
  }

  private static AccessTokens.Token token(TokenAnswer answer) {
    Integer seconds = answer.expiresIn();
    return new AccessTokens.Token(
        answer.accessToken(), seconds == null ? null : Duration.ofSeconds(seconds));
  }

  /** Returns a builder; {@code clientId} and {@code clientSecret} have to be set. */
  public static Builder builder() {
    return new Builder();
  }

  /** The account itself. Section 3.4.1. */
  public AccountsApi accounts() {
    return client.create(AccountsApi.class);
  }

  /** Events, their steps and their smarks. Section 3.4.3; it recommends objects instead. */
  public EventsApi events() {
    return client.create(EventsApi.class);
  }

  /** Objects, their steps and their smarks. Sections 3.4.2, 3.5.1, 3.5.4. */
  public ObjectsApi objects() {
    return client.create(ObjectsApi.class);
  }

  /** Access tokens; the client gets its own without help. Section 2. */
  public TokensApi tokens() {
    return client.create(TokensApi.class);
  }

  /** Linked users, their transactions and the smarks on their behalf. Sections 3.4.5 to 3.5.3. */
  public UsersApi users() {
    return client.create(UsersApi.class);
  }

  /** Widgets, to be read only. Section 3.4.4. */
  public WidgetsApi widgets() {
    return client.create(WidgetsApi.class);
  }

  /** The owner to pass to every operation: {@code me}, or the account's ID if it was set. */
  public String owner() {
    return owner;
  }

  /** Returns all objects of the owner; a page is requested when its first row is asked for. */
  public Pages<SmarkObject> allObjects() {
    return Pages.of(objects().listObjects(owner));
  }

  /** Returns all events of the owner; a page is requested when its first row is asked for. */
  public Pages<SmarkObject> allEvents() {
    return Pages.of(events().listEvents(owner));
  }

  /**
   * Returns all smarks done on an object, the most recent first. A page, of five smarks, is
   * requested when its first row is asked for.
   */
  public Pages<Smark> allObjectSmarks(String objectId) {
    return Pages.of(objects().listObjectSmarks(owner, objectId));
  }

  /** Returns all smarks done on an event; see {@link #allObjectSmarks}. */
  public Pages<Smark> allEventSmarks(String eventId) {
    return Pages.of(events().listEventSmarks(owner, eventId));
  }

  /**
   * Returns the ID of what a call has created, whatever its shape: the page says that "the ID will
   * be returned", the vendor's code reads the member {@code id} of an object (section 3.3).
   *
   * @throws IllegalArgumentException if the answer has another shape, such as {@code false}
   */
  public static String idOf(CreatedId created) {
    if (created instanceof CreatedId.OfCreatedResource resource) {
      return idOf(resource.value().id());
    }
    return idText(created.value());
  }

  /**
   * Returns an ID as text, whether it came as text or as a number.
   *
   * @throws IllegalArgumentException if it came as something else
   */
  public static String idOf(ResourceId id) {
    return idText(id.value());
  }

  private static String idText(@Nullable Object id) {
    if (id instanceof String || id instanceof Long) return id.toString();
    throw new IllegalArgumentException(
        "Expected an ID as text or number but found "
            + (id == null ? "null" : "a " + id.getClass().getSimpleName())
            + ". The service answered in a form that its page does not describe.");
  }

  /**
   * Returns the address of the widget that lets people smark an object, for an iframe:
   *
   * <pre>{@code https://www.mysmark.com/embed.php?id=54321}</pre>
   *
   * <p>On the vendor's page the address is lost; it comes from the vendor's own WordPress plugin.
   * It always points at MySmark, whatever server the client talks to. Further parameters can be
   * added with {@link HttpUrl#newBuilder}.
   *
   * @throws IllegalArgumentException if the ID is blank
   */
  public static HttpUrl embedUrl(String objectId) {
    return HttpUrl.get(ApiDocument.DESCRIPTION.server())
        .newBuilder()
        .addPathSegment("embed.php")
        .addQueryParameter("id", notBlank(objectId, "the ID of an object"))
        .build();
  }

  /**
   * Returns the same address with which a linked user is logged in, once, by the hash of a
   * transaction (section 3.5.2):
   *
   * <pre>{@code https://www.mysmark.com/embed.php?id=54321&user_signon=HASH}</pre>
   *
   * <p>The page shows the end of this link, the vendor's code its beginning; that both belong
   * together is inferred. "The first person visiting that link will be logged in": treat the
   * returned URL as a secret of this user.
   *
   * @throws IllegalArgumentException if the ID or the hash is blank
   */
  public static HttpUrl embedUrl(String objectId, String transactionHash) {
    return embedUrl(objectId)
        .newBuilder()
        .addQueryParameter("user_signon", notBlank(transactionHash, "the hash of a transaction"))
        .build();
  }

  private static String notBlank(String value, String what) {
    if (!value.isBlank()) return value;
    throw new IllegalArgumentException("Expected " + what + " but it was blank.");
  }

  /** Ends idle connections and threads, unless they belong to an OkHttpClient of the caller's. */
  @Override
  public void close() {
    client.close();
  }

  /** Collects the settings of a {@link MySmark}. */
  public static final class Builder extends ClientBuilder<Builder> {
    private @Nullable String clientId;
    private @Nullable String clientSecret;
    private String owner = "me";

    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /** Sets the first of the pair of keys, from "API Access" on the business page. */
    public Builder clientId(String value) {
      clientId = value;
      return this;
    }

    /** Sets the second of the pair of keys, from "API Access" on the business page. */
    public Builder clientSecret(String value) {
      clientSecret = value;
      return this;
    }

    /** Sets the account's ID, in place of its alias {@code me}. */
    public Builder owner(String value) {
      owner = value;
      return this;
    }

    /**
     * Takes settings from environment variables, usually {@code System.getenv()}: {@code
     * MYSMARK_CLIENT_ID} and {@code MYSMARK_CLIENT_SECRET}. {@code MYSMARK_SERVER}, if set, is the
     * server.
     *
     * @throws IllegalArgumentException if variables are missing, naming them all, or wrong; no
     *     value is quoted
     */
    public Builder fromEnvironment(Map<String, String> variables) {
      Environment.of(ApiDocument.DESCRIPTION, "MYSMARK", variables)
          .server(this::server)
          .tokenField("client_id", this::clientId)
          .tokenField("client_secret", this::clientSecret)
          .apply();
      return this;
    }

    /**
     * Returns the client. Nothing is sent yet.
     *
     * @throws IllegalArgumentException if a setting is missing or wrong; its message names it
     */
    public MySmark build() {
      return new MySmark(this);
    }

    private static String key(@Nullable String value, String name) {
      return require(value, name, name + "(...)");
    }

    private ApiClient connect(Supplier<ApiCall<TokenAnswer>> request) {
      Credential token =
          accessTokens(ApiDocument.DESCRIPTION, key(clientId, "clientId"), request, MySmark::token);
      return client(
          ApiDocument.DESCRIPTION,
          Map.of(),
          Map.of(OAUTH_TOKEN, token),
          List.of(new KeywordInterceptor()));
    }
  }
}
