package dev.specwright.icommkt;

import dev.specwright.core.AccessTokens;
import dev.specwright.core.ApiClient;
import dev.specwright.core.ClientBuilder;
import dev.specwright.core.Credential;
import dev.specwright.core.Environment;
import dev.specwright.core.Pages;
import dev.specwright.icommkt.api.AnswersApi;
import dev.specwright.icommkt.api.AnswersApi.ListAnswersOptions;
import dev.specwright.icommkt.api.ApiDocument;
import dev.specwright.icommkt.api.CampaignsApi;
import dev.specwright.icommkt.api.CampaignsApi.ListCampaignsOptions;
import dev.specwright.icommkt.api.QuestionsApi;
import dev.specwright.icommkt.api.TokensApi;
import dev.specwright.icommkt.model.Answer;
import dev.specwright.icommkt.model.Campaign;
import dev.specwright.icommkt.model.GrantType;
import dev.specwright.icommkt.model.TokenAnswer;
import dev.specwright.icommkt.model.TokenRequest;
import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiOperation.Pagination;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The ICOMMKT Survey API, for one account: its surveys, which the API calls campaigns, what people
 * answered, and single questions.
 *
 * <pre>{@code
 * try (IcommktSurvey survey = IcommktSurvey.builder().apiKey("...").apiSecret("...").build()) {
 *   Question question = survey.questions().getQuestion("1842").fetch();
 *   // POST /oAuth2/token, then GET /v1.0/question?id=1842&access_token=...
 * }
 * }</pre>
 *
 * <p>The client requests an access token when the first call needs it (section Auth), keeps it
 * until a minute before its end, and sends it as the query parameter {@code access_token}, although
 * its type is {@code Bearer}. When the service answers {@code invalid_token}, {@code Unauthorized}
 * or status 401, the client requests another token and repeats the call, once.
 *
 * <p>Calls fail with the exceptions of {@link dev.specwright.core}. A {@code limit} outside of 1 to
 * 100 is refused before anything is sent, with a {@link
 * dev.specwright.core.RequestRefusedException}.
 */
public final class IcommktSurvey implements AutoCloseable {
  private static final String ACCESS_TOKEN = "accessToken";

  private final ApiClient client;
  private final TokenRequest tokenRequest;

  private IcommktSurvey(Builder settings) {
    tokenRequest =
        TokenRequest.builder()
            .grantType(GrantType.CLIENT_CREDENTIALS)
            .clientId(Builder.key(settings.apiKey, "apiKey"))
            .clientSecret(Builder.key(settings.apiSecret, "apiSecret"))
            .build();
    client = settings.connect(this::tokenRequest);
  }

  private ApiCall<TokenAnswer> tokenRequest() {
    return tokens().requestToken(tokenRequest);
  }

  private static AccessTokens.Token token(TokenAnswer answer) {
    return new AccessTokens.Token(answer.accessToken(), Duration.ofSeconds(answer.expiresIn()));
  }

  /** Returns a builder; {@code apiKey} and {@code apiSecret} have to be set. */
  public static Builder builder() {
    return new Builder();
  }

  /** What people answered to a survey. Section Respuestas de una encuesta. */
  public AnswersApi answers() {
    return client.create(AnswersApi.class);
  }

  /** The surveys. Section Lista de encuestas. */
  public CampaignsApi campaigns() {
    return client.create(CampaignsApi.class);
  }

  /** Single questions. Section Detalles de una pregunta. */
  public QuestionsApi questions() {
    return client.create(QuestionsApi.class);
  }

  /** Access tokens; the client gets its own without help. Section Auth. */
  public TokensApi tokens() {
    return client.create(TokensApi.class);
  }

  /** Returns all surveys, by pages of 100; a page is requested when its first row is asked for. */
  public Pages<Campaign> allCampaigns() {
    return allCampaigns(ListCampaignsOptions.NONE);
  }

  /**
   * Returns all surveys that {@code options} select, from its {@code offset} on. A page has as many
   * rows as its {@code limit} says, or 100, and is requested when its first row is asked for.
   */
  public Pages<Campaign> allCampaigns(ListCampaignsOptions options) {
    return pages(campaigns().listCampaigns(options));
  }

  /**
   * Returns all answers to a survey, by pages of 100; a page is requested when its first row is
   * asked for.
   *
   * @param campaignUrl the "URL name" of the survey, such as {@code satisfaccion}
   */
  public Pages<Answer> allAnswers(String campaignUrl) {
    return allAnswers(campaignUrl, ListAnswersOptions.NONE);
  }

  /**
   * Returns all answers to a survey that {@code options} select, from its {@code offset} on. A page
   * has as many rows as its {@code limit} says, or 100, and is requested when its first row is
   * asked for.
   *
   * @param campaignUrl the "URL name" of the survey, such as {@code satisfaccion}
   */
  public Pages<Answer> allAnswers(String campaignUrl, ListAnswersOptions options) {
    return pages(answers().listAnswers(campaignUrl, options));
  }

  /** Asks for full pages unless the caller chose: the service's default is 10 rows. */
  private static <T> Pages<T> pages(ApiCall<List<T>> first) {
    Pagination pagination = first.operation().pagination().orElseThrow();
    Pages<T> pages = Pages.ofList(first);
    boolean chosen = first.request().url().queryParameter(pagination.limit()) != null;
    return chosen ? pages : pages.pageSize(pagination.most());
  }

  /** Ends idle connections and threads, unless they belong to an OkHttpClient of the caller's. */
  @Override
  public void close() {
    client.close();
  }

  /** Collects the settings of an {@link IcommktSurvey}. */
  public static final class Builder extends ClientBuilder<Builder> {
    private @Nullable String apiKey;
    private @Nullable String apiSecret;

    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /** Sets the API_KEY, from "Mi Cuenta". */
    public Builder apiKey(String value) {
      apiKey = value;
      return this;
    }

    /** Sets the API_SECRET, from "Mi Cuenta". */
    public Builder apiSecret(String value) {
      apiSecret = value;
      return this;
    }

    /**
     * Takes settings from environment variables, usually {@code System.getenv()}: {@code
     * ICOMMKT_SURVEY_CLIENT_ID}, the API_KEY, and {@code ICOMMKT_SURVEY_CLIENT_SECRET}, the
     * API_SECRET. {@code ICOMMKT_SURVEY_SERVER}, if set, is the server.
     *
     * @throws IllegalArgumentException if variables are missing, naming them all, or wrong; no
     *     value is quoted
     */
    public Builder fromEnvironment(Map<String, String> variables) {
      Environment.of(ApiDocument.DESCRIPTION, "ICOMMKT_SURVEY", variables)
          .server(this::server)
          .tokenField("client_id", this::apiKey)
          .tokenField("client_secret", this::apiSecret)
          .apply();
      return this;
    }

    /**
     * Returns the client. Nothing is sent yet.
     *
     * @throws IllegalArgumentException if a setting is missing or wrong; its message names it
     */
    public IcommktSurvey build() {
      return new IcommktSurvey(this);
    }

    private static String key(@Nullable String value, String name) {
      return require(value, name, name + "(...)");
    }

    private ApiClient connect(Supplier<ApiCall<TokenAnswer>> request) {
      Credential token =
          accessTokens(
              ApiDocument.DESCRIPTION, key(apiKey, "apiKey"), request, IcommktSurvey::token);
      return client(ApiDocument.DESCRIPTION, Map.of(), Map.of(ACCESS_TOKEN, token), List.of());
    }
  }
}
