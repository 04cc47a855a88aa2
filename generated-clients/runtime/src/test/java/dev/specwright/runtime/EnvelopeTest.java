package dev.specwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class EnvelopeTest extends ZooTest {
  private static final String REX = "{\"name\":\"Rex\"}";

  private void assertValue(String answer) {
    answer(answer);
    assertEquals("Rex", Objects.requireNonNull(zoo().getEnveloped().fetch()).name(), answer);
  }

  private void assertError(String answer) {
    answer(answer);
    ApiException thrown = failureOf(zoo().getEnveloped());
    assertEquals("gone Ran away", thrown.code() + " " + thrown.vendorMessage(), answer);
    assertEquals(200, thrown.status(), answer);
  }

  private void assertMalformed(String message, String answer) {
    answer(answer);
    assertEquals(
        message,
        assertInstanceOf(
                MalformedAnswerException.class, failureOf(zoo().getEnveloped()).getCause(), answer)
            .getMessage(),
        answer);
  }

  @Test
  void valueIsTakenOut() {
    assertValue("{\"data\":" + REX + "}");
    assertValue("{\"error\":null,\"data\":" + REX + "}");
    assertValue("{\"data\":" + REX + ",\"error\":null}");
    assertValue("{\"error\":[],\"more\":{\"data\":1},\"data\":" + REX + ",\"rest\":[1]}");
  }

  @Test
  void errorWins() {
    String error = "\"error\":{\"code\":\"gone\",\"message\":\"Ran away\"}";
    assertError("{" + error + "}");
    assertError("{" + error + ",\"data\":null}");
    assertError("{" + error + ",\"data\":false}");
    assertError("{\"data\":null," + error + "}");
    assertError("{\"data\":" + REX + "," + error + "}");
  }

  @Test
  void errorAfterDataThatFitsNothing() {
    String error = "\"error\":{\"code\":\"gone\",\"message\":\"Ran away\"}";
    assertError("{\"data\":false," + error + "}");
    assertError("{\"data\":[]," + error + "}");
    assertError("{\"data\":{}," + error + "}");
  }

  @Test
  void errorInAFormThatNobodyDescribesIsAnError() {
    for (String error : new String[] {"\"no\"", "5", "true", "[1]", "{\"type\":\"x\"}"}) {
      answer("{\"error\":" + error + ",\"data\":" + REX + "}");
      ApiException thrown = assertThrows(ApiException.class, () -> zoo().getEnveloped().fetch());
      assertNull(thrown.code(), error);
    }
  }

  /** The services are written in PHP, where these are empty. */
  @Test
  void emptyErrorIsNone() {
    for (String error :
        new String[] {
          "null",
          "false",
          "\"\"",
          "[]",
          "{}",
          "{\"code\":null}",
          "0",
          "0.0",
          "\"0\"",
          "{\"code\":0}"
        }) {
      answer("{\"error\":" + error + ",\"data\":null}");
      assertNull(zoo().getEnveloped().fetch(), error);
    }
  }

  @Test
  void zeroIsACodeNextToAMessage() {
    answer("{\"error\":{\"code\":0,\"message\":\"Ran away\"},\"data\":null}");
    ApiException thrown = failureOf(zoo().getEnveloped());
    assertEquals("0 Ran away", thrown.code() + " " + thrown.vendorMessage());
  }

  @Test
  void errorOfTwoMembersIsKnownWhenBothAre() {
    ErrorShape flat = new ErrorShape("/error", "/error_description", Map.of());
    String error = "\"error_description\":\"Ran away\"";
    for (String answer :
        new String[] {
          "{\"error\":null,\"data\":false," + error + "}",
          "{\"error\":null," + error + ",\"data\":false}",
          "{\"data\":false,\"error\":null," + error + "}",
          "{" + error + ",\"data\":false,\"error\":null}",
        }) {
      answer(answer);
      ApiException thrown = failureOf(zoo(flat).getEnveloped());
      assertEquals("null Ran away", thrown.code() + " " + thrown.vendorMessage(), answer);
    }
    answer("{\"error\":null,\"data\":" + REX + ",\"error_description\":null}");
    assertEquals("Rex", Objects.requireNonNull(zoo(flat).getEnveloped().fetch()).name());
  }

  @Test
  void nullIsNull() {
    answer("{\"error\":null,\"data\":null}");
    assertNull(zoo().getEnveloped().fetch());
  }

  @Test
  void missingValueIsNoValue() {
    assertMalformed("Expected the member \"data\" in the answer", "{}");
    assertMalformed("Expected the member \"data\" in the answer", "{\"error\":null,\"x\":1}");
  }

  @Test
  void answerWithoutItsEnvelope() {
    assertMalformed("Expected the member \"data\" in the answer", REX);
    answer("[]");
    assertEquals(
        "Expected BEGIN_OBJECT but was BEGIN_ARRAY at path $",
        Objects.requireNonNull(failureOf(zoo().getEnveloped()).getCause()).getMessage());
  }
}
