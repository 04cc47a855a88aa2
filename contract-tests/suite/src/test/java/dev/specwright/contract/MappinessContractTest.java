package dev.specwright.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.core.BadAnswerException;
import dev.specwright.core.Retries;
import dev.specwright.mappiness.Mappiness;
import dev.specwright.mappiness.MappinessLink;
import dev.specwright.mappiness.api.ExportsApi.ExportResponsesCsvOptions;
import dev.specwright.mappiness.api.ExportsApi.ExportResponsesXlsOptions;
import dev.specwright.mappiness.api.ExportsApi.ListResponsesOptions;
import dev.specwright.mappiness.api.LinksApi.ExportLinkedResponsesCsvOptions;
import dev.specwright.mappiness.api.LinksApi.ExportLinkedResponsesXlsOptions;
import dev.specwright.mappiness.api.LinksApi.ListLinkedResponsesOptions;
import dev.specwright.mappiness.api.SignaturesApi.SignResponsesCsvJsonpOptions;
import dev.specwright.mappiness.api.SignaturesApi.SignResponsesCsvOptions;
import dev.specwright.mappiness.api.SignaturesApi.SignResponsesJsonpOptions;
import dev.specwright.mappiness.api.SignaturesApi.SignResponsesOptions;
import dev.specwright.mappiness.api.SignaturesApi.SignResponsesXlsJsonpOptions;
import dev.specwright.mappiness.api.SignaturesApi.SignResponsesXlsOptions;
import dev.specwright.mappiness.model.HomeWork;
import dev.specwright.mappiness.model.ResponseRow;
import dev.specwright.mappiness.model.SignedUrl;
import dev.specwright.prism.PrismMock;
import dev.specwright.runtime.ApiCall;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Calls every operation of Mappiness against its document. */
@PrismMock(value = "specs/mappiness/openapi.yaml", strict = true)
class MappinessContractTest {
  private static final String SECRET = "3kkq.pk7d.23wb";
  private static final String LINK = "3kkq.21f8861d6df137bb07d47c0fec31";
  private static final String CSV_LINK = "3kkq.6641a7e8278bcd49e476e7acae15";
  private static final String XLS_LINK = "3kkq.0123456789abcdef0123456789ab";
  private static final String PHOTO_LINK = "3kkq.a1d9840a7d6e6f9a6c13f2b7802f";
  private static final String LINK_SERVER = "https://mappiness.me";
  private static final String SIGNED =
      LINK_SERVER + "/u/" + LINK + "/mappiness.json?include=happy&limit=1&callback=setHappiness";
  private static final String SIGNED_CSV =
      LINK_SERVER + "/u/" + CSV_LINK + "/mappiness.csv?include=happy&limit=1";
  private static final String SIGNED_XLS =
      LINK_SERVER + "/u/" + XLS_LINK + "/mappiness.xls?include=happy&limit=1";
  private static final String SIGNED_PHOTO =
      LINK_SERVER + "/u/" + PHOTO_LINK + "/private_photos/3.jpg";

  /** Midnight of the 1st of May 2011 in the United Kingdom, the page's example. */
  private static final Instant AFTER = Instant.ofEpochSecond(1304204400);

  private static final Instant BEFORE = Instant.ofEpochSecond(1306882800);
  private static final List<String> HAPPY = List.of("happy");
  private static final List<String> HAPPY_AND_ACTIVITIES = List.of("happy", "do_*");
  private static final String EVERY_PARAMETER =
      "?limit=1&offset=1&before=1306882800&after=1304204400&include=happy";
  private static final String CALLBACK = "setHappiness";

  private static final Coverage COVERAGE = new Coverage("mappiness");

  private final URI mock;
  private final Mappiness mappiness;

  MappinessContractTest(URI mock) {
    this.mock = mock;
    mappiness =
        Mappiness.builder()
            .secret(SECRET)
            .server(mock.toString())
            .linkServer(LINK_SERVER)
            .httpClient(COVERAGE.http())
            .retries(Retries.NONE)
            .build();
  }

  @AfterAll
  static void everyOperationWasCalled() throws IOException {
    COVERAGE.complete();
  }

  @Nested
  class Exports {
    @Test
    void responsesAreListed() {
      List<ResponseRow> rows = mappiness.exports().listResponses().fetch();

      assertEquals(0.620482, rows.get(0).happy());
    }

    @Test
    void responsesAreListedWithEveryColumn() {
      List<ResponseRow> rows =
          mappiness.exports().listResponses().header("Prefer", "example=all").fetch();

      assertEquals("Lunch, then a walk", rows.get(0).notes());
      assertEquals(true, rows.get(0).withFriends());
      assertEquals(Instant.ofEpochSecond(1300018286), rows.get(1).startTimeEpoch());
      assertEquals(HomeWork.OTHER, rows.get(1).homeWork());
      assertNull(rows.get(2).doChat());
    }

    @Test
    void responsesAreListedWithActivities() {
      ListResponsesOptions query =
          ListResponsesOptions.builder()
              .limit(1)
              .offset(1)
              .before(BEFORE)
              .after(AFTER)
              .include(HAPPY_AND_ACTIVITIES)
              .build();

      ResponseRow row =
          mappiness
              .exports()
              .listResponses(query)
              .header("Prefer", "example=activities")
              .fetch()
              .get(0);

      assertEquals(true, row.doChat());
      assertEquals(false, row.doWork());
    }

    @Test
    void responsesAreListedAsJsonp() {
      ListResponsesOptions query =
          ListResponsesOptions.builder().include(HAPPY).limit(1).callback(CALLBACK).build();

      List<ResponseRow> rows = mappiness.exports().listResponses(query).fetch();

      assertEquals(0.620482, rows.get(0).happy());
    }

    @Test
    void responsesAreExportedAsCsv() throws IOException {
      ExportResponsesCsvOptions query =
          ExportResponsesCsvOptions.builder()
              .limit(3)
              .offset(1)
              .before(BEFORE)
              .after(AFTER)
              .include(List.of("start_time", "happy", "home_work", "notes"))
              .build();

      String csv = text(mappiness.exports().exportResponsesCsv(query));

      assertEquals("start_time,happy,home_work,notes", csv.lines().findFirst().orElseThrow());
    }

    @Test
    void responsesAreExportedAsXls() throws IOException {
      ExportResponsesXlsOptions query =
          ExportResponsesXlsOptions.builder()
              .limit(1)
              .offset(1)
              .before(BEFORE)
              .after(AFTER)
              .include(HAPPY_AND_ACTIVITIES)
              .build();

      assertEquals("(bytes of mappiness.xls)", text(mappiness.exports().exportResponsesXls(query)));
    }

    @Test
    void photoIsRead() throws IOException {
      assertEquals("(bytes of 3.jpg)", text(mappiness.exports().getPhoto(3)));
    }
  }

  @Nested
  class Links {
    @Test
    void responsesAreListedByLink() {
      ListLinkedResponsesOptions query =
          ListLinkedResponsesOptions.builder()
              .limit(1)
              .offset(1)
              .before(BEFORE)
              .after(AFTER)
              .include(HAPPY)
              .build();

      List<ResponseRow> rows =
          mappiness
              .links()
              .listLinkedResponses(query)
              .tag(MappinessLink.class, link(LINK, "mappiness.json" + EVERY_PARAMETER))
              .fetch();

      assertEquals(0.620482, rows.get(0).happy());
    }

    @Test
    void responsesAreListedByLinkAsJsonp() {
      List<ResponseRow> rows = mappiness.open(MappinessLink.parse(SIGNED)).responses().fetch();

      assertEquals(0.620482, rows.get(0).happy());
    }

    @Test
    void responsesAreExportedAsCsvByLink() throws IOException {
      ExportLinkedResponsesCsvOptions query =
          ExportLinkedResponsesCsvOptions.builder()
              .limit(1)
              .offset(1)
              .before(BEFORE)
              .after(AFTER)
              .include(HAPPY)
              .build();

      String csv =
          text(
              mappiness
                  .links()
                  .exportLinkedResponsesCsv(query)
                  .tag(MappinessLink.class, link(CSV_LINK, "mappiness.csv" + EVERY_PARAMETER)));

      assertEquals("start_time,happy,home_work,notes", csv.lines().findFirst().orElseThrow());
    }

    @Test
    void responsesAreExportedAsXlsByLink() throws IOException {
      ExportLinkedResponsesXlsOptions query =
          ExportLinkedResponsesXlsOptions.builder()
              .limit(1)
              .offset(1)
              .before(BEFORE)
              .after(AFTER)
              .include(HAPPY)
              .build();

      String xls =
          text(
              mappiness
                  .links()
                  .exportLinkedResponsesXls(query)
                  .tag(MappinessLink.class, link(XLS_LINK, "mappiness.xls" + EVERY_PARAMETER)));

      assertEquals("(bytes of mappiness.xls)", xls);
    }

    @Test
    void photoIsReadByLink() throws IOException {
      MappinessLink link = MappinessLink.parse(SIGNED_PHOTO);

      assertEquals("(bytes of 3.jpg)", text(mappiness.open(link).photo()));
    }

    private static MappinessLink link(String authentication, String target) {
      return MappinessLink.parse(LINK_SERVER + "/u/" + authentication + "/" + target);
    }
  }

  /** The mock signs the example's request, whatever is asked for; the client insists on its own. */
  @Nested
  class Signatures {
    @Test
    void linkToResponsesIsMade() {
      SignResponsesOptions query =
          SignResponsesOptions.builder().include(HAPPY).limit(1).callback(CALLBACK).build();

      SignedUrl signed = mappiness.signatures().signResponses(query).fetch();

      assertEquals(URI.create(SIGNED), signed.url());
    }

    @Test
    void linkToResponsesMadeForOtherParametersIsNotTaken() {
      SignResponsesOptions query =
          SignResponsesOptions.builder()
              .limit(1)
              .offset(1)
              .before(BEFORE)
              .after(AFTER)
              .include(HAPPY_AND_ACTIVITIES)
              .callback(CALLBACK)
              .build();

      assertAcceptedButNotTaken(mappiness.signatures().signResponses(query));
    }

    @Test
    void linkToCsvIsMade() {
      SignResponsesCsvOptions query =
          SignResponsesCsvOptions.builder().include(HAPPY).limit(1).build();

      SignedUrl signed = mappiness.signatures().signResponsesCsv(query).fetch();

      assertEquals(URI.create(SIGNED_CSV), signed.url());
    }

    @Test
    void linkToCsvMadeForOtherParametersIsNotTaken() {
      SignResponsesCsvOptions query =
          SignResponsesCsvOptions.builder()
              .limit(1)
              .offset(1)
              .before(BEFORE)
              .after(AFTER)
              .include(HAPPY_AND_ACTIVITIES)
              .build();

      assertAcceptedButNotTaken(mappiness.signatures().signResponsesCsv(query));
    }

    @Test
    void linkToXlsIsMade() {
      SignResponsesXlsOptions query =
          SignResponsesXlsOptions.builder().include(HAPPY).limit(1).build();

      SignedUrl signed = mappiness.signatures().signResponsesXls(query).fetch();

      assertEquals(URI.create(SIGNED_XLS), signed.url());
    }

    @Test
    void linkToXlsMadeForOtherParametersIsNotTaken() {
      SignResponsesXlsOptions query =
          SignResponsesXlsOptions.builder()
              .limit(1)
              .offset(1)
              .before(BEFORE)
              .after(AFTER)
              .include(HAPPY_AND_ACTIVITIES)
              .build();

      assertAcceptedButNotTaken(mappiness.signatures().signResponsesXls(query));
    }

    @Test
    void linkToPhotoIsMade() {
      SignedUrl signed = mappiness.signatures().signPhoto(3).fetch();

      assertEquals(URI.create(SIGNED_PHOTO), signed.url());
    }

    @Test
    void linkIsMadeForACallAndOpened() throws IOException {
      ApiCall<ResponseBody> photo = mappiness.exports().getPhoto(3);

      MappinessLink link = mappiness.sign(photo);

      assertEquals(SIGNED_PHOTO, link.url());
      assertEquals(text(photo), text(mappiness.open(link).photo()));
    }

    @Test
    void linkToResponsesIsMadeAsJsonp() throws IOException {
      SignResponsesJsonpOptions query =
          SignResponsesJsonpOptions.builder()
              .limit(1)
              .offset(1)
              .before(BEFORE)
              .after(AFTER)
              .include(HAPPY)
              .callback(CALLBACK)
              .build();

      String script = text(mappiness.signatures().signResponsesJsonp("receiveURL", query));

      assertEquals("receiveURL({\"url\":\"" + SIGNED + "\"});", script);
    }

    @Test
    void linkToCsvIsMadeAsJsonp() throws IOException {
      SignResponsesCsvJsonpOptions query =
          SignResponsesCsvJsonpOptions.builder()
              .limit(1)
              .offset(1)
              .before(BEFORE)
              .after(AFTER)
              .include(HAPPY)
              .build();

      String script = text(mappiness.signatures().signResponsesCsvJsonp("receiveURL", query));

      assertEquals("receiveURL({\"url\":\"" + SIGNED_CSV + "\"});", script);
    }

    @Test
    void linkToXlsIsMadeAsJsonp() throws IOException {
      SignResponsesXlsJsonpOptions query =
          SignResponsesXlsJsonpOptions.builder()
              .limit(1)
              .offset(1)
              .before(BEFORE)
              .after(AFTER)
              .include(HAPPY)
              .build();

      String script = text(mappiness.signatures().signResponsesXlsJsonp("receiveURL", query));

      assertEquals("receiveURL({\"url\":\"" + SIGNED_XLS + "\"});", script);
    }

    @Test
    void linkToPhotoIsMadeAsJsonp() throws IOException {
      String script = text(mappiness.signatures().signPhotoJsonp("receiveURL", 3));

      assertEquals("receiveURL({\"url\":\"" + SIGNED_PHOTO + "\"});", script);
    }
  }

  /** What contradicts the document. */
  @Nested
  class Refused {
    @Test
    void secretOfTheWrongForm() throws Exception {
      RawRequest.get(mock, "/3kkq.pk7d/mappiness.json")
          .isRefused(422, "Request path parameter secret must match pattern");
    }

    @Test
    void secretWithLettersThatSecretsDoNotHave() throws Exception {
      RawRequest.get(mock, "/3kkq.pk7d.01ab/mappiness.csv")
          .isRefused(422, "Request path parameter secret must match pattern");
    }

    @Test
    void linkThatIsTooShort() throws Exception {
      RawRequest.get(mock, "/u/3kkq.21f8861d/mappiness.json")
          .isRefused(422, "Request path parameter link must match pattern");
    }

    @Test
    void secretWhereALinkBelongs() throws Exception {
      RawRequest.get(mock, "/u/" + SECRET + "/private_photos/3.jpg")
          .isRefused(422, "Request path parameter link must match pattern");
    }

    @Test
    void linkWhereASecretBelongs() throws Exception {
      RawRequest.get(mock, "/get_u/" + LINK + "/mappiness.json")
          .isRefused(422, "Request path parameter secret must match pattern");
    }

    @Test
    void limitThatIsNoNumber() throws Exception {
      RawRequest.get(mock, "/" + SECRET + "/mappiness.json?limit=all")
          .isRefused(422, "Request query parameter limit must be integer");
    }

    @Test
    void dateThatIsNoUnixTime() throws Exception {
      RawRequest.get(mock, "/" + SECRET + "/mappiness.csv?after=2011-05-01")
          .isRefused(422, "Request query parameter after must be integer");
    }

    @Test
    void callbackThatIsNoFunction() throws Exception {
      RawRequest.get(mock, "/get_u.1st/" + SECRET + "/mappiness.json")
          .isRefused(422, "Request path parameter callback must match pattern");
    }

    @Test
    void unknownFormat() throws Exception {
      RawRequest.get(mock, "/" + SECRET + "/mappiness.xml").isRefused(404, "NO_PATH_MATCHED_ERROR");
    }

    @Test
    void writing() throws Exception {
      RawRequest.postForm(mock, "/" + SECRET + "/mappiness.json", "happy=1")
          .isRefused(405, "NO_METHOD_MATCHED_ERROR");
    }
  }

  /** What the mock refuses ends with another exception. */
  private static void assertAcceptedButNotTaken(ApiCall<SignedUrl> call) {
    BadAnswerException exception = assertThrows(BadAnswerException.class, call::fetch);
    assertTrue(
        exception.getMessage().contains("asked for but found one for others"),
        exception.getMessage());
  }

  private static String text(ApiCall<ResponseBody> call) throws IOException {
    try (ResponseBody body = call.fetch()) {
      return body.string();
    }
  }
}
