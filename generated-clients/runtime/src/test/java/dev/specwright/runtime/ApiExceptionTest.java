package dev.specwright.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.squareup.moshi.JsonDataException;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

@Timeout(30)
final class ApiExceptionTest extends ZooTest {
  @Test
  void errorStatusWithTheVendorsError() {
    answer(404, "{\"error\":{\"code\":\"gone\",\"message\":\"Ran away\"}}");
    ApiException thrown = failureOf(zoo().getAnimal(7));
    assertEquals(
        "getAnimal: GET " + base() + "/animals/7 was refused with status 404: gone, Ran away",
        thrown.getMessage());
    assertEquals(
        "getAnimal 404 " + base() + "/animals/7 gone Ran away",
        thrown.operation()
            + " "
            + thrown.status()
            + " "
            + thrown.url()
            + " "
            + thrown.code()
            + " "
            + thrown.vendorMessage());
    assertNull(thrown.getCause());
  }

  @Test
  void errorStatusWithoutJson() {
    for (String body : new String[] {"<html>Bad gateway</html>", "", "{\"error\":", "[1]"}) {
      answer(502, body);
      ApiException thrown = failureOf(zoo().getAnimal(7));
      assertEquals(
          "getAnimal: GET " + base() + "/animals/7 was refused with status 502",
          thrown.getMessage(),
          body);
      assertNull(thrown.code(), body);
    }
  }

  @Test
  void errorWithOnlyAMessageOrOnlyACode() {
    answer(400, "{\"error\":{\"message\":\"Too wild\"}}");
    assertEquals(
        "getAnimal: GET " + base() + "/animals/7 was refused with status 400: Too wild",
        failureOf(zoo().getAnimal(7)).getMessage());
    answer(400, "{\"error\":{\"code\":17}}");
    assertEquals(
        "getAnimal: GET " + base() + "/animals/7 was refused with status 400: 17",
        failureOf(zoo().getAnimal(7)).getMessage());
  }

  @Test
  void errorInsideASuccess() {
    answer("{\"name\":\"Rex\",\"error\":{\"code\":\"gone\",\"message\":\"Ran away\"}}");
    ApiException thrown = failureOf(zoo().getAnimal(7));
    assertEquals(
        "getAnimal: GET " + base() + "/animals/7 was refused with status 200: gone, Ran away",
        thrown.getMessage());
    assertEquals("200 gone", thrown.status() + " " + thrown.code());
  }

  @Test
  void memberThatOnlyLooksLikeAnErrorIsNone() {
    for (String error : new String[] {"null", "false", "{}", "[]", "{\"code\":null}"}) {
      answer("{\"error\":" + error + ",\"name\":\"Rex\"}");
      assertEquals("Rex", zoo().getAnimal(7).fetch().name(), error);
    }
  }

  @Test
  void answerThatIsNoJson() {
    for (String body : new String[] {"<html>Hello</html>", "{name:1}", "{\"name\":\"Rex\"}}"}) {
      answer(body);
      ApiException thrown = failureOf(zoo().getAnimal(7));
      assertEquals(
          "getAnimal: GET "
              + base()
              + "/animals/7 got an answer that does not fit the document, status 200: "
              + said(thrown),
          thrown.getMessage(),
          body);
    }
  }

  /** What a foreign cause adds to the message is its name. */
  private static String said(ApiException thrown) {
    Throwable cause = thrown.getCause();
    if (cause == null) return "nothing";
    return cause instanceof SafeMessage
        ? String.valueOf(cause.getMessage())
        : cause.getClass().getSimpleName();
  }

  @Test
  void emptyAnswer() {
    answer("");
    ApiException thrown = failureOf(zoo().getAnimal(7));
    assertEquals(
        "getAnimal: GET "
            + base()
            + "/animals/7 got an answer that does not fit the document, status 200:"
            + " Expected JSON but found nothing",
        thrown.getMessage());
    assertInstanceOf(MalformedAnswerException.class, thrown.getCause());
  }

  @Test
  void answerWithoutContentWhereThereMustBeSome() {
    server.enqueue(new MockResponse.Builder().code(204).build());
    assertEquals(
        "getAnimal: GET "
            + base()
            + "/animals/7 got an answer that does not fit the document, status 204:"
            + " Expected JSON but found nothing",
        failureOf(zoo().getAnimal(7)).getMessage());
  }

  @Test
  void moreThanOneValue() {
    answer("{\"name\":\"Rex\"} {\"name\":\"Tom\"}");
    assertEquals(
        "getAnimal: GET "
            + base()
            + "/animals/7 got an answer that does not fit the document, status 200:"
            + " Expected the end of the answer but found more",
        failureOf(zoo().getAnimal(7)).getMessage());
  }

  @Test
  void byteOrderMarkIsSkipped() {
    answer("\uFEFF{\"name\":\"Rex\"}");
    assertEquals("Rex", zoo().getAnimal(7).fetch().name());
  }

  @Test
  void answerThatDoesNotFitTheModel() {
    answer("{\"name\":{\"first\":\"Rex\"}}");
    ApiException thrown = failureOf(zoo().getAnimal(7));
    assertEquals(
        "Expected a string but was BEGIN_OBJECT at path $.name",
        assertInstanceOf(JsonDataException.class, thrown.getCause()).getMessage());
    assertEquals(200, thrown.status());
  }

  @Test
  void answerWithoutARequiredProperty() {
    answer("[{\"name\":\"Rex\"},{\"name\":\"Tom\"},{}]");
    ApiException thrown = failureOf(zoo().listAnimals(ZooApi.ListAnimalsOptions.NONE));
    assertEquals(
        "Expected the property \"name\" in the object at $[2]",
        assertInstanceOf(JsonDataException.class, thrown.getCause()).getMessage());
  }

  @Test
  void truncatedAnswer() {
    server.enqueue(
        new MockResponse.Builder()
            .body("{\"name\":\"" + "x".repeat(100_000) + "\"}")
            .onResponseBody(new SocketEffect.CloseSocket(true, false, false))
            .build());
    ApiException thrown = failureOf(zoo().getAnimal(7));
    assertEquals(
        "getAnimal: GET " + base() + "/animals/7 got no complete answer: " + said(thrown),
        thrown.getMessage());
    assertEquals(200, thrown.status());
  }

  @Test
  void connectionRefused() {
    String base = base();
    ZooApi zoo = zoo();
    server.close();
    ApiException thrown = failureOf(zoo.getAnimal(7));
    assertEquals(
        "getAnimal: GET " + base + "/animals/7 got no complete answer: ConnectException",
        thrown.getMessage());
    assertInstanceOf(ConnectException.class, thrown.getCause());
    assertEquals(0, thrown.status());
    assertNull(thrown.code());
  }

  @Test
  void attemptsAreCounted() {
    answer(503, "");
    answer(503, "");
    OkHttpClient client =
        http()
            .addInterceptor(
                chain -> {
                  CallRecord record = chain.request().tag(CallRecord.class);
                  if (record != null) record.countAttempt();
                  chain.proceed(chain.request()).close();
                  if (record != null) record.countAttempt();
                  return chain.proceed(chain.request());
                })
            .build();
    ApiException thrown = failureOf(zoo(client).getAnimal(7));
    assertEquals(
        "getAnimal: GET " + base() + "/animals/7 was refused with status 503 (2 attempts)",
        thrown.getMessage());
    assertEquals(2, thrown.attempts());
  }

  @Test
  void refusalBeforeSendingIsSaid() {
    OkHttpClient client =
        http()
            .addInterceptor(
                chain -> {
                  throw new NotSentException("The client is read-only.");
                })
            .build();
    assertEquals(
        "getAnimal: GET " + base() + "/animals/7 was not sent: The client is read-only.",
        failureOf(zoo(client).getAnimal(7)).getMessage());
    assertEquals(0, server.getRequestCount());
  }

  @Test
  void secretsAreNeitherInTheMessageNorInTheTrace() {
    answer(403, "no");
    ApiException thrown = failureOf(zoo().listSecret("top-keeper", "1234", "name"));
    assertEquals(
        "listSecret: GET "
            + base()
            + "/██/keepers/██/animals?pin=██&sort=name was refused with status 403",
        thrown.getMessage());
    answer("[{\"name\":[\"top-secret\"]}]");
    StringWriter trace = new StringWriter();
    failureOf(zoo().listSecret("top-keeper", "1234", "name"))
        .printStackTrace(new PrintWriter(trace));
    assertFalse(trace.toString().contains("top-"), trace::toString);
    assertFalse(trace.toString().contains("1234"), trace::toString);
  }

  private ZooApi broken(IOException failure) {
    return zoo(
        http()
            .addInterceptor(
                chain -> {
                  CallRecord record = chain.request().tag(CallRecord.class);
                  if (record != null) record.secret("fake/secret");
                  throw failure;
                })
            .build());
  }

  @Test
  void causesThatRepeatASecretAreMasked() {
    IOException said = new IOException("at /fake%2Fsecret/7", new EOFException("content=66616b65"));
    said.addSuppressed(new IllegalStateException("fake/secret in 66616b652f736563726574"));
    said.addSuppressed(new NotSentException("The client is read-only."));
    ApiException thrown = failureOf(broken(said).getAnimal(7));

    assertEquals(
        "getAnimal: GET " + base() + "/animals/7 got no complete answer: IOException",
        thrown.getMessage());
    MaskedException cause = assertInstanceOf(MaskedException.class, thrown.getCause());
    assertEquals("java.io.IOException: at /██/7", cause.getMessage());
    assertEquals("java.io.IOException", cause.type());
    assertArrayEquals(said.getStackTrace(), cause.getStackTrace());
    assertEquals(
        "dev.specwright.runtime.MaskedException: java.io.EOFException",
        String.valueOf(cause.getCause()));
    assertEquals(
        List.of(
            "dev.specwright.runtime.MaskedException: java.lang.IllegalStateException: ██ in ██",
            "dev.specwright.runtime.NotSentException: The client is read-only."),
        Arrays.stream(cause.getSuppressed()).map(Throwable::toString).toList());
  }

  /** A part of a secret is not found. */
  @Test
  void causesThatMayQuoteAPartOfASecretLoseTheirMessage() {
    for (IOException said :
        List.of(
            new ProtocolException("Unexpected status line: fake/se"),
            new EOFException("\\n not found: limit=4 content=66616b65"),
            new ProtocolException("expected a chunk size but was \"fake\""))) {
      assertEquals(said.getClass().getName(), messageOfCause(said));
    }
  }

  @Test
  void causesThatSayNoSecretStayWhatTheyAre() {
    IOException said = new ProtocolException("unexpected end of stream");
    said.initCause(new IOException("Canceled at 7")).addSuppressed(new EOFException());
    assertSame(said, failureOf(broken(said).getAnimal(7)).getCause());
  }

  @Test
  void causesInACircleAreMaskedOnce() {
    IOException said = new IOException("fake/secret");
    said.addSuppressed(new IOException("again", said));
    assertEquals("java.io.IOException: ██", messageOfCause(said));
  }

  private String messageOfCause(IOException said) {
    Throwable cause = failureOf(broken(said).getAnimal(7)).getCause();
    return String.valueOf(assertInstanceOf(MaskedException.class, cause).getMessage());
  }

  /** Retrofit's own ways have no exception of the API around it. */
  @Test
  void exceptionsOfExecuteAndEnqueueAreMasked() throws Exception {
    ZooApi zoo = broken(new IOException("fake/secret"));
    IOException thrown = assertThrows(IOException.class, () -> zoo.getAnimal(7).execute());
    assertEquals("java.io.IOException: ██", thrown.getMessage());
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    zoo.getAnimal(7)
        .enqueue(
            new Callback<>() {
              @Override
              public void onResponse(Call<Animal> call, Response<Animal> response) {
                failure.completeExceptionally(new AssertionError("an answer"));
              }

              @Override
              public void onFailure(Call<Animal> call, Throwable t) {
                failure.complete(t);
              }
            });
    assertEquals("java.io.IOException: ██", failure.get().getMessage());
  }

  @Test
  void messageIsOneLineWhateverTheServiceSays() {
    answer(
        400,
        "{\"error\":{\"code\":\"a\\n"
            + "b\",\"message\":\"c\\r"
            + "\\u0085\\u2028\\u2029\\u001b\\u007fd\"}}");
    ApiException thrown = failureOf(zoo().getAnimal(7));
    assertEquals(
        "getAnimal: GET " + base() + "/animals/7 was refused with status 400: a?b, c??????d",
        thrown.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "Fri, 02 Jan 2026 03:04:05 GMT",
        "Friday, 02-Jan-26 03:04:05 GMT",
        "Fri Jan  2 03:04:05 2026"
      })
  void holdsRetryAfterInEachOfItsForms(String header) {
    server.enqueue(
        new MockResponse.Builder().code(429).addHeader("Retry-After", header).body("").build());

    assertEquals(header, failureOf(zoo().getAnimal(7)).failure().retryAfter());
  }

  @Test
  void mapperGetsTheWholeFailure() {
    server.enqueue(
        new MockResponse.Builder().code(429).addHeader("Retry-After", "7").body("").build());
    AtomicReference<Failure> seen = new AtomicReference<>();
    ZooApi zoo =
        ApiRetrofit.create(
                server.url("/v1/"),
                http().build(),
                ZOO,
                failure -> {
                  seen.set(failure);
                  return new ApiException(failure);
                })
            .create(ZooApi.class);
    failureOf(zoo.getAnimal(7));
    assertEquals(
        new Failure(
            Failure.Kind.REFUSED,
            "getAnimal",
            "GET",
            base() + "/animals/7",
            429,
            null,
            "7",
            0,
            null),
        seen.get());
  }

  @Test
  void codeAndMessageMayStandInEitherOrder() {
    ErrorShape flat = new ErrorShape("/error", "/error_description", Map.of());
    ZooApi zoo = zoo(flat);
    for (String body :
        new String[] {
          "{\"error\":\"e\",\"x\":1,\"error_description\":\"d\"}",
          "{\"error_description\":\"d\",\"x\":1,\"error\":\"e\"}"
        }) {
      answer(400, body);
      ApiException thrown = failureOf(zoo.getAnimal(7));
      assertEquals("e d", thrown.code() + " " + thrown.vendorMessage(), body);
    }
  }
}
