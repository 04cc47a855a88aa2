package dev.specwright.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.core.Retries;
import dev.specwright.core.ValidationException;
import dev.specwright.icommkt.IcommktSurvey;
import dev.specwright.icommkt.OrderBy;
import dev.specwright.icommkt.Where;
import dev.specwright.icommkt.api.AnswersApi.ListAnswersOptions;
import dev.specwright.icommkt.api.CampaignsApi.ListCampaignsOptions;
import dev.specwright.icommkt.model.Answer;
import dev.specwright.icommkt.model.AnswerStatus;
import dev.specwright.icommkt.model.AnswerVisibility;
import dev.specwright.icommkt.model.AnswerWhere;
import dev.specwright.icommkt.model.Campaign;
import dev.specwright.icommkt.model.CampaignWhere;
import dev.specwright.icommkt.model.GrantType;
import dev.specwright.icommkt.model.Question;
import dev.specwright.icommkt.model.TokenAnswer;
import dev.specwright.icommkt.model.TokenRequest;
import dev.specwright.prism.PrismMock;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Calls every operation of ICOMMKT Survey against its document. */
@PrismMock(value = "specs/icommkt-survey/openapi.yaml", strict = true)
class IcommktSurveyContractTest {
  private static final String KEY = "XXX_ac2e144f57a6809f2c665307e905edei";
  private static final String SECRET =
      "XXX_516a2ee0404d65afdb171d92b1e25e939facd23bbbd2814f23f875c1898bf9ei";

  private static final String UNTIL = "2025-01-10T09:56:27-0300";

  private static final Coverage COVERAGE = new Coverage("icommkt-survey");

  private final URI mock;
  private final IcommktSurvey survey;

  IcommktSurveyContractTest(URI mock) {
    this.mock = mock;
    survey = client().build();
  }

  private IcommktSurvey.Builder client() {
    return IcommktSurvey.builder()
        .apiKey(KEY)
        .apiSecret(SECRET)
        .server(mock.toString())
        .httpClient(COVERAGE.http())
        .retries(Retries.NONE);
  }

  @AfterAll
  static void everyOperationWasCalled() throws IOException {
    COVERAGE.complete();
  }

  @Nested
  class Tokens {
    @Test
    void tokenIsMadeFromTheKeys() {
      TokenRequest keys =
          TokenRequest.builder()
              .grantType(GrantType.CLIENT_CREDENTIALS)
              .clientId(KEY)
              .clientSecret(SECRET)
              .build();

      TokenAnswer token = survey.tokens().requestToken(keys).fetch();

      assertEquals("[ACCESS_TOKEN]", token.accessToken());
      assertEquals(900, token.expiresIn());
    }
  }

  @Nested
  class Campaigns {
    @Test
    void campaignsAreListed() {
      List<Campaign> campaigns = survey.campaigns().listCampaigns().fetch();

      assertEquals("2025-01-09T15:30:00-0300", campaigns.get(0).createdAt());
      assertEquals("1842", campaigns.get(0).questions().get(0).id());
    }

    @Test
    void campaignsAreFilteredOrderedAndPaged() {
      CampaignWhere until = Where.of("created_at", "<=", UNTIL).forCampaigns();
      ListCampaignsOptions query =
          ListCampaignsOptions.builder()
              .showQuestions(true)
              .showOptions(true)
              .offset(0)
              .limit(2)
              .orderBy(OrderBy.descending("created_at"))
              .where(List.of(until))
              .build();

      List<Campaign> campaigns = survey.campaigns().listCampaigns(query).fetch();

      assertEquals(2, campaigns.get(0).questions().get(0).options().size());
      assertEquals("2024-12-02T11:05:41-0300", campaigns.get(1).createdAt());
    }

    @Test
    void rulesMayBeRepeated() {
      CampaignWhere from = Where.of("created_at", ">=", "2024-01-01T00:00:00-0300").forCampaigns();
      CampaignWhere named = Where.of("name", "IS NOT", null).forCampaigns();
      ListCampaignsOptions query =
          ListCampaignsOptions.builder()
              .showQuestions(false)
              .showOptions(false)
              .offset(2)
              .limit(100)
              .orderBy(OrderBy.descending("created_at").thenAscending("id"))
              .where(List.of(from, named))
              .build();

      List<Campaign> campaigns =
          survey.campaigns().listCampaigns(query).header("Prefer", "example=none").fetch();

      assertEquals(List.of(), campaigns);
    }

    @Test
    void refusalIsAValidationException() {
      ListCampaignsOptions query =
          ListCampaignsOptions.builder().orderBy(List.of("created_at,UP")).build();

      // The client would not even send it.
      try (IcommktSurvey trusting = client().validation(false).build()) {
        ValidationException refusal =
            assertThrows(
                ValidationException.class, () -> trusting.campaigns().listCampaigns(query).fetch());

        assertEquals(400, refusal.status());
        assertEquals("validation_exception", refusal.code());
      }
    }
  }

  @Nested
  class Answers {
    @Test
    void answersAreListed() {
      List<Answer> answers = survey.answers().listAnswers("satisfaccion").fetch();

      assertEquals("2025-01-10T09:41:03-0300", answers.get(0).createdAt());
    }

    @Test
    void answersAreFilteredOrderedAndPaged() {
      AnswerWhere until = Where.of("created_at", "<=", UNTIL).forAnswers();
      AnswerWhere branch = Where.hiddenField("branch", "=", 3);
      AnswerWhere person = Where.participant("email", "=", "name.surname@example.com");
      ListAnswersOptions query =
          ListAnswersOptions.builder()
              .status(AnswerStatus.ACTIVE)
              .answers(AnswerVisibility.SHOW)
              .offset(0)
              .limit(2)
              .orderBy(OrderBy.descending("created_at"))
              .where(List.of(until, branch, person))
              .build();

      List<Answer> answers = survey.answers().listAnswers("satisfaccion", query).fetch();

      assertEquals(2, answers.size());
      assertEquals("2025-01-10T08:12:55-0300", answers.get(1).createdAt());
    }
  }

  @Nested
  class Questions {
    @Test
    void questionIsRead() {
      Question question = survey.questions().getQuestion("1842").fetch();

      assertEquals("¿Qué tan satisfecho estás con nuestro servicio?", question.question());
      assertEquals("multiple", question.type());
      assertEquals(1, question.position());
    }
  }

  /** What contradicts the document. */
  @Nested
  class Refused {
    @Test
    void queryWithoutToken() throws Exception {
      RawRequest.get(mock, "/v1.0/campaign/list").isRefused(401, "Invalid security scheme used");
    }

    @Test
    void tokenInTheAuthorizationHeader() throws Exception {
      RawRequest.get(mock, "/v1.0/question?id=1842")
          .header("Authorization", "Bearer [ACCESS_TOKEN]")
          .isRefused(401, "Invalid security scheme used");
    }

    @Test
    void answersWithoutCampaign() throws Exception {
      RawRequest.get(mock, "/v1.0/campaign/answers?access_token=token")
          .isRefused(400, "Request query must have required property 'campaign_url'");
    }

    @Test
    void limitAboveTheHighest() throws Exception {
      RawRequest.get(mock, "/v1.0/campaign/list?access_token=token&limit=101")
          .isRefused(400, "Request query parameter limit must be <= 100");
    }

    @Test
    void orderWithoutDirection() throws Exception {
      RawRequest.get(mock, "/v1.0/campaign/list?access_token=token&order_by%5B%5D=created_at")
          .isRefused(400, "Request query parameter order_by[].0 must match pattern");
    }

    @Test
    void filterThatIsNoJsonObject() throws Exception {
      RawRequest.get(mock, "/v1.0/campaign/list?access_token=token&where%5B%5D=created_at")
          .isRefused(400, "Request query parameter where[].0 must match pattern");
    }

    @Test
    void grantTypeInSmallLetters() throws Exception {
      RawRequest.postForm(
              mock,
              "/oAuth2/token",
              "grant_type=client_credentials&client_id=key&client_secret=secret")
          .isRefused(400, "Request body property grant_type must be equal to one of");
    }

    @Test
    void tokenRequestWithoutSecret() throws Exception {
      RawRequest.postForm(mock, "/oAuth2/token", "grant_type=Client_Credentials&client_id=key")
          .isRefused(400, "Request body must have required property 'client_secret'");
    }

    @Test
    void tokenPathInSmallLetters() throws Exception {
      RawRequest.postForm(
              mock,
              "/oauth2/token",
              "grant_type=Client_Credentials&client_id=key&client_secret=secret")
          .isRefused(404, "NO_PATH_MATCHED_ERROR");
    }
  }
}
