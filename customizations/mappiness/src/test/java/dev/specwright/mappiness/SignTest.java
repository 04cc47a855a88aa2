package dev.specwright.mappiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.core.AuthenticationException;
import dev.specwright.core.BadAnswerException;
import dev.specwright.core.RequestRefusedException;
import dev.specwright.mappiness.api.ExportsApi.ExportResponsesCsvOptions;
import dev.specwright.mappiness.api.SignaturesApi.SignResponsesOptions;
import dev.specwright.mappiness.model.ResponseRow;
import dev.specwright.runtime.ApiCall;
import java.util.List;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignTest {
  private static final String TARGET = "mappiness.json?include=happy&limit=1&callback=setHappiness";

  private FakeMappiness fake;
  private Mappiness mappiness;

  @BeforeEach
  void start() throws Exception {
    fake = new FakeMappiness();
    mappiness = fake.client();
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private void answerLink(String url) {
    fake.json("{\"url\":\"" + url + "\"}");
  }

  private void answerLinkTo(String target) {
    answerLink(fake.url("u/" + FakeMappiness.HAPPY + "/" + target));
  }

  @Test
  void pagesExampleIsSignedAndOpened() throws Exception {
    answerLinkTo(TARGET);
    fake.answer("application/javascript", "setHappiness([{\"happy\":0.620482}]);");

    MappinessLink link = mappiness.sign(FakeMappiness.happiness(mappiness));
    List<ResponseRow> rows = fake.builder().build().open(link).responses().fetch();

    assertEquals(fake.url("u/3kkq.21f8861d6df137bb07d47c0fec31/" + TARGET), link.url());
    assertEquals(0.620482, rows.get(0).happy());
    assertEquals(
        "GET /get_u/3kkq.pk7d.23wb/" + TARGET + " HTTP/1.1", fake.request().getRequestLine());
    assertEquals(
        "GET /u/3kkq.21f8861d6df137bb07d47c0fec31/" + TARGET + " HTTP/1.1",
        fake.request().getRequestLine());
  }

  @Test
  void answerMayBeginWithAByteOrderMark() {
    fake.json("\uFEFF{\"url\":\"" + fake.url("u/" + FakeMappiness.HAPPY + "/" + TARGET) + "\"}");
    assertEquals(TARGET, mappiness.sign(FakeMappiness.happiness(mappiness)).target());
  }

  @Test
  void pagesExampleIsSignedOnTheServiceItself() throws Exception {
    answerLink("https://mappiness.me/u/3kkq.21f8861d6df137bb07d47c0fec31/" + TARGET);
    Mappiness behindAGateway =
        fake.builder().secret(FakeMappiness.SECRET).linkServer("https://mappiness.me/").build();

    assertEquals(
        MappinessLink.parse(
            "https://mappiness.me/u/3kkq.21f8861d6df137bb07d47c0fec31/mappiness.json"
                + "?include=happy&limit=1&callback=setHappiness"),
        behindAGateway.sign(FakeMappiness.happiness(behindAGateway)));
  }

  @Test
  void everyExportCanBeSigned() throws Exception {
    List<ApiCall<?>> calls =
        List.of(
            mappiness.exports().listResponses(),
            mappiness.exports().exportResponsesCsv(),
            mappiness.exports().exportResponsesXls(),
            mappiness.exports().getPhoto(3));
    List<String> targets =
        List.of("mappiness.json", "mappiness.csv", "mappiness.xls", "private_photos/3.jpg");
    for (int i = 0; i < calls.size(); i++) {
      answerLinkTo(targets.get(i));
      assertEquals(targets.get(i), mappiness.sign(calls.get(i)).target());
      assertEquals("/get_u/3kkq.pk7d.23wb/" + targets.get(i), fake.request().getTarget());
    }
  }

  @Test
  void queryIsSignedAsItWouldBeSent() throws Exception {
    ApiCall<ResponseBody> call =
        mappiness
            .exports()
            .exportResponsesCsv(
                ExportResponsesCsvOptions.builder().include(List.of("happy", "do_*")).build())
            .query("odd", "a b+c&d=ü%{}|'");
    String target = "mappiness.csv?include=happy%2Cdo_*&odd=a%20b%2Bc%26d%3D%C3%BC%25%7B%7D%7C%27";
    answerLinkTo(target);
    fake.answer("text/csv", "happy\n");

    assertEquals(target, mappiness.sign(call).target());
    call.fetch().close();

    assertEquals("/get_u/3kkq.pk7d.23wb/" + target, fake.request().getTarget());
    assertEquals("/3kkq.pk7d.23wb/" + target, fake.request().getTarget());
  }

  @Test
  void serverMayHaveAPath() throws Exception {
    answerLink(fake.url("gate/u/" + FakeMappiness.HAPPY + "/mappiness.json"));
    Mappiness behindAGateway =
        Mappiness.builder().server(fake.url("gate")).secret(FakeMappiness.SECRET).build();

    behindAGateway.sign(behindAGateway.exports().listResponses());

    assertEquals("/gate/get_u/3kkq.pk7d.23wb/mappiness.json", fake.request().getTarget());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "https://example.org/u/H/T | the server that was asked but found one of another server",
        "http://localhost:1/u/H/T | the server that was asked but found one of another server",
        "BASEx/u/H/T | the server that was asked but found one of another server",
        "BASEu/3kkr.21f8861d6df137bb07d47c0fec31/T"
            + " | the participant who asked but found one of another participant",
        "BASEu/H/mappiness.json"
            + " | for the path and query that were asked for but found one for others",
        "BASEu/H/mappiness.csv?include=happy&limit=1&callback=setHappiness"
            + " | for the path and query that were asked for but found one for others",
        "BASEu/H/mappiness.json?limit=1&include=happy&callback=setHappiness"
            + " | for the path and query that were asked for but found one for others",
        "BASEu/H/mappiness.json?include=%68appy&limit=1&callback=setHappiness"
            + " | for the path and query that were asked for but found one for others",
        "BASEu/H/T&x | for the path and query that were asked for but found one for others",
        "BASE3kkq.pk7d.23wb/T | the form that the page describes but found something else",
        "BASEu/3kkq.21F8861D6DF137BB07D47C0FEC31/T"
            + " | the form that the page describes but found something else",
        "BASEu/H/T#x | the form that the page describes but found something else",
        "7 | the form that the page describes but found something else",
        "javascript:alert(1) | the form that the page describes but found something else",
      })
  void answerThatIsNotTheLinkAskedForIsNotTrusted(String url, String reason) {
    answerLink(
        url.replace("BASE", fake.url(""))
            .replace("/H/", "/" + FakeMappiness.HAPPY + "/")
            .replace("/T", "/" + TARGET));

    BadAnswerException e =
        assertThrows(
            BadAnswerException.class, () -> mappiness.sign(FakeMappiness.happiness(mappiness)));

    String message = String.valueOf(e.getMessage());
    String about = reason.startsWith("for ") ? "Expected a link " : "Expected a link of ";
    assertTrue(message.endsWith(": " + about + reason), message);
    assertFalse(message.contains("pk7d") || message.contains("21f8"), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "null",
        "{\"url\":null}",
        "{\"url\":\"a b\"}",
        "{\"url\":\"",
        "receiveURL({\"url\":\"x\"});"
      })
  void answerThatIsNoSignatureIsABadAnswer(String body) {
    fake.json(body);
    BadAnswerException e =
        assertThrows(
            BadAnswerException.class, () -> mappiness.sign(mappiness.exports().listResponses()));
    String message = String.valueOf(e.getMessage());
    assertTrue(
        message.endsWith(": Expected {\"url\":...} with a link but found something else"), message);
  }

  @Test
  void endlessAnswerIsABadAnswer() {
    fake.large("application/json", "{\"url\":\"", "x".repeat(1000), "", "\"}");
    BadAnswerException e =
        assertThrows(
            BadAnswerException.class, () -> mappiness.sign(mappiness.exports().listResponses()));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.endsWith(": Expected a link but found a text longer than any URL"), message);
  }

  @Test
  void generatedSignaturesAreCheckedAsWell() throws Exception {
    answerLinkTo("mappiness.json?limit=1");
    answerLinkTo("mappiness.json?limit=2");
    SignResponsesOptions query = SignResponsesOptions.builder().limit(1).build();

    assertEquals(
        fake.url("u/" + FakeMappiness.HAPPY + "/mappiness.json?limit=1"),
        mappiness.signatures().signResponses(query).fetch().url().toString());
    assertThrows(
        BadAnswerException.class, () -> mappiness.signatures().signResponses(query).fetch());
    assertEquals("/get_u/3kkq.pk7d.23wb/mappiness.json?limit=1", fake.request().getTarget());
  }

  @Test
  void signatureForABrowserIsHandedOnAsItCame() throws Exception {
    String answer = "receiveURL({\"url\":\"https://mappiness.me/u/...\"});";
    fake.answer("application/javascript", answer);

    try (ResponseBody body = mappiness.signatures().signPhotoJsonp("receiveURL", 3).fetch()) {
      assertEquals(answer, body.string());
    }
    assertEquals(
        "/get_u.receiveURL/3kkq.pk7d.23wb/private_photos/3.jpg", fake.request().getTarget());
  }

  @Test
  void refusalIsAnAuthenticationException() {
    fake.json("{\"error\":\"bad_secret\"}").answer("text/html", "<html>Error</html>");
    for (int i = 0; i < 2; i++) {
      AuthenticationException e =
          assertThrows(
              AuthenticationException.class, () -> mappiness.sign(mappiness.exports().getPhoto(3)));
      assertEquals("bad_secret", e.code());
      assertEquals("signPhoto", e.operation());
    }
  }

  @Test
  void withoutSecretNothingIsSent() {
    Mappiness without = fake.builder().build();
    assertThrows(
        RequestRefusedException.class, () -> without.sign(without.exports().listResponses()));
    assertEquals(0, fake.server.getRequestCount());
  }

  @Test
  void onlyExportsCanBeSigned() {
    for (ApiCall<?> call :
        List.of(mappiness.links().listLinkedResponses(), mappiness.signatures().signResponses())) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> mappiness.sign(call));
      assertEquals(
          "Expected a call for which there are links but found "
              + call.operation().id()
              + ". Sign one of exports().",
          e.getMessage());
    }
  }
}
