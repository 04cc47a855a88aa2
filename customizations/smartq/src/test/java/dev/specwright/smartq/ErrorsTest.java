package dev.specwright.smartq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.core.AuthenticationException;
import dev.specwright.core.BadAnswerException;
import dev.specwright.core.ConflictException;
import dev.specwright.core.NotFoundException;
import dev.specwright.core.OutcomeUnknownException;
import dev.specwright.core.TransportException;
import dev.specwright.runtime.ApiException;
import dev.specwright.smartq.model.NoteInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTest {
  /** The page's literal bodies. */
  private static final String BAD_CLIENT_ID =
      "{\"error\":{\"type\":null,\"code\":401,\"message\":\"Authorization failed, invalid client"
          + " id\"},\"data\":null}";

  private static final String NO_METHOD =
      "{\"error\":{\"type\":null,\"code\":405,\"message\":\"method \\\"GET\\\" not found for"
          + " resource \\\"\\\"\"},\"data\":null}";

  private FakeSmartQ fake;

  @BeforeEach
  void start() throws Exception {
    fake = new FakeSmartQ();
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 401})
  void badClientIdIsAnAuthenticationExceptionWhateverTheStatus(int status) {
    fake.answer(status, BAD_CLIENT_ID);

    AuthenticationException e =
        assertThrows(
            AuthenticationException.class,
            () -> fake.client().projects().getProject(99999).fetch());
    assertEquals("401", e.code());
    assertEquals("Authorization failed, invalid client id", e.vendorMessage());
    assertEquals(status, e.status());
    assertEquals(
        "getProject: GET "
            + fake.server.url("/api/v1/projects/99999")
            + " was refused with status "
            + status
            + ": 401, Authorization failed, invalid client id",
        e.getMessage());
    assertEquals(1, fake.server.getRequestCount());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 405})
  void unsupportedMethodIsAConflict(int status) {
    fake.answer(status, NO_METHOD);

    ConflictException e =
        assertThrows(ConflictException.class, () -> fake.client().users().getMe().fetch());
    assertEquals("method \"GET\" not found for resource \"\"", e.vendorMessage());
  }

  @Test
  void unknownIdIsNotFound() {
    fake.answer("{\"error\":{\"type\":null,\"code\":404,\"message\":\"none\"},\"data\":null}");
    assertThrows(NotFoundException.class, () -> fake.client().users().getUser(1).fetch());
  }

  @Test
  void errorBehindTheDataIsFoundToo() {
    fake.answer("{\"data\":null,\"error\":{\"code\":404,\"message\":\"none\"}}");
    assertThrows(NotFoundException.class, () -> fake.client().users().getUser(1).fetch());
  }

  @Test
  void codeThatIsNoStatusIsKept() {
    fake.answer("{\"error\":{\"type\":null,\"code\":7,\"message\":\"odd\"},\"data\":null}");
    ApiException e = assertThrows(ApiException.class, () -> fake.client().users().getMe().fetch());
    assertEquals(ApiException.class, e.getClass());
    assertEquals("7", e.code());
  }

  @Test
  void answerWithoutEnvelopeIsABadAnswer() {
    fake.answer("{\"id\":1}");
    BadAnswerException e =
        assertThrows(BadAnswerException.class, () -> fake.client().users().getMe().fetch());
    assertEquals(
        "getMe: GET "
            + fake.server.url("/api/v1/users/me")
            + " got an answer that does not fit the document, status 200: Expected the member"
            + " \"data\" in the answer",
        e.getMessage());
  }

  @Test
  void lostAnswerOfAPostIsAnUnknownOutcomeAndIsNotSentAgain() {
    fake.loseTheAnswer().data("{\"id\":55555}");

    assertThrows(
        OutcomeUnknownException.class,
        () ->
            fake.client()
                .notes()
                .createNote(99999, 77777, NoteInput.builder().text("New Note").build())
                .fetch());
    assertEquals(1, fake.server.getRequestCount());
  }

  @Test
  void lostAnswerOfAReadIsAskedForAgain() {
    fake.loseTheAnswer().data("{\"id\":1}");

    assertEquals(1, fake.client().users().getMe().fetch().id());
    assertEquals(2, fake.server.getRequestCount());
  }

  @Test
  void lostAnswersOfAllReadsAreATransportFailure() {
    fake.loseTheAnswer().loseTheAnswer().loseTheAnswer();

    TransportException e =
        assertThrows(TransportException.class, () -> fake.client().users().getMe().fetch());
    assertEquals(TransportException.class, e.getClass());
    assertEquals(3, e.attempts());
  }

  @Test
  void exceptionShowsNoCredential() {
    fake.answer(BAD_CLIENT_ID);
    ApiException e =
        assertThrows(
            ApiException.class,
            () -> fake.builder().clientIdAsParameter().build().users().getMe().fetch());
    assertFalse((e + e.url()).contains(FakeSmartQ.KEY), e.toString());
  }
}
