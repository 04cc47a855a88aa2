package dev.specwright.mappiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.core.AuthenticationException;
import dev.specwright.core.BadAnswerException;
import dev.specwright.core.ServerException;
import dev.specwright.mappiness.api.ExportsApi.ListResponsesOptions;
import dev.specwright.mappiness.model.ResponseRow;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonpTest {
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

  private List<ResponseRow> fetch(String answer) {
    fake.answer("application/javascript", answer);
    return FakeMappiness.happiness(mappiness).fetch();
  }

  @Test
  void pagesExample() throws Exception {
    assertEquals(0.620482, fetch("setHappiness([{\"happy\":0.620482}]);").get(0).happy());

    RecordedRequest request = fake.request();
    assertEquals(
        "/3kkq.pk7d.23wb/mappiness.json?include=happy&limit=1&callback=setHappiness",
        request.getTarget());
    assertEquals("application/javascript, application/json", request.getHeaders().get("Accept"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "setHappiness([{\"happy\":0.620482}])",
        "setHappiness([{\"happy\":0.620482}]);\n",
        " \r\n setHappiness \t( [ {\"happy\":0.620482} ] ) ; \n",
        "\uFEFFsetHappiness([{\"happy\":0.620482}]);",
        "[{\"happy\":0.620482}]",
        "\n[{\"happy\":0.620482}]\n"
      })
  void spacesAndSemicolonMayVaryAndPlainJsonPasses(String answer) {
    assertEquals(0.620482, fetch(answer).get(0).happy());
  }

  @Test
  void parenthesesInValuesStay() {
    assertEquals(
        ") ; );) ;\n)", fetch("setHappiness([{\"notes\":\") ; );) ;\\n)\"}] );").get(0).notes());
    String long_ = ");" + " ".repeat(20_000) + ")".repeat(20_000) + ";".repeat(20_000);
    assertEquals(long_, fetch("setHappiness([{\"notes\":\"" + long_ + "\"}]);").get(0).notes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "setSadness([]);",
        "setHappiness2([]);",
        "setHappines([]);",
        "window.setHappiness([]);",
        "setHappiness",
        "setHappiness;([]);",
        "<html>setHappiness([]);</html>",
        "alert(1);setHappiness([]);"
      })
  void otherFunctionIsABadAnswer(String answer) {
    BadAnswerException e = assertThrows(BadAnswerException.class, () -> fetch(answer));
    String message = String.valueOf(e.getMessage());
    assertTrue(
        message.endsWith(
            ": Expected the answer in the function that was asked for but found something else"),
        message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"setHappiness([]", "setHappiness([]);;"})
  void functionThatDoesNotEndIsABadAnswer(String answer) {
    BadAnswerException e = assertThrows(BadAnswerException.class, () -> fetch(answer));
    assertEquals(
        "listResponses: GET "
            + fake.url("██/mappiness.json?include=happy&limit=1&callback=setHappiness")
            + " got an answer that does not fit the document, status 200: Expected \");\" at the"
            + " end of the function that was asked for but found something else",
        e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "setHappiness([]);alert(1);",
        "setHappiness([]);alert(1)",
        "setHappiness([],[]);",
        "setHappiness([]));",
        "setHappiness([];",
        "setHappiness();",
        "setHappiness(",
        "[]);"
      })
  void moreThanOneValueIsABadAnswer(String answer) {
    assertThrows(BadAnswerException.class, () -> fetch(answer));
  }

  @Test
  void endlessBlanksAreNotKept() {
    fake.large("application/javascript", "setHappiness([]", ")" + " ".repeat(999_999), "", "");
    assertThrows(BadAnswerException.class, () -> FakeMappiness.happiness(mappiness).fetch());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 401})
  void errorInTheFunctionIsAnAuthenticationException(int status) {
    fake.answer(status, "application/javascript", "setHappiness({\"error\":\"bad_secret\"});");
    AuthenticationException e =
        assertThrows(
            AuthenticationException.class, () -> FakeMappiness.happiness(mappiness).fetch());
    assertEquals("bad_secret", e.code());
    assertEquals(status, e.status());
  }

  @Test
  void errorPageOfTheServerKeepsItsStatus() {
    fake.answer(500, "text/html", "<html>setHappiness(</html>");
    ServerException e =
        assertThrows(ServerException.class, () -> FakeMappiness.happiness(mappiness).fetch());
    assertEquals(500, e.status());
  }

  @Test
  void functionNameIsTakenLiterally() throws Exception {
    fake.answer("text/javascript", "jQuery17.$_1([]);")
        .answer("text/javascript", "jQuery17x$_1([]);");
    ListResponsesOptions query = ListResponsesOptions.builder().callback("jQuery17.$_1").build();
    assertEquals(List.of(), mappiness.exports().listResponses(query).fetch());
    assertThrows(BadAnswerException.class, () -> mappiness.exports().listResponses(query).fetch());
  }

  @Test
  void withoutCallbackNothingIsUnwrapped() throws Exception {
    fake.answer("application/javascript", "setHappiness([]);");
    assertThrows(BadAnswerException.class, () -> mappiness.exports().listResponses().fetch());
    assertNull(fake.request().getHeaders().get("Accept"));
  }

  @Test
  void largeAnswerIsNeverHeldInMemory() {
    String row = "{\"happy\":0.5,\"notes\":\"" + "x);".repeat(1300) + "\"}";
    fake.large("application/javascript", "setHappiness([", row, ",", "]);");
    try (JsonRows rows = mappiness.rows(FakeMappiness.happiness(mappiness))) {
      assertEquals(FakeMappiness.LARGE / row.length(), rows.stream().count());
    }
  }
}
