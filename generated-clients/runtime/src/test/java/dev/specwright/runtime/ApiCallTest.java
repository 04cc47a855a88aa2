package dev.specwright.runtime;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import retrofit2.Callback;
import retrofit2.Response;

@Timeout(30)
final class ApiCallTest extends ZooTest {
  private void neverAnswer() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
  }

  @Test
  void fetchReturnsTheValue() throws Exception {
    answer("{\"name\":\"Rex\"}");
    assertEquals("Rex", zoo().getAnimal(7).fetch().name());
    assertEquals("GET /v1/animals/7", sent());
  }

  @Test
  void fetchAsyncEndsWithTheValue() throws Exception {
    answer("{\"name\":\"Rex\"}");
    assertEquals("Rex", zoo().getAnimal(7).fetchAsync().get().name());
  }

  @Test
  void fetchAsyncEndsWithTheExceptionOfFetch() throws Exception {
    answer(404, "{\"error\":{\"code\":\"gone\",\"message\":\"Ran away\"}}");
    CompletableFuture<Animal> future = zoo().getAnimal(7).fetchAsync();
    ExecutionException thrown = assertThrows(ExecutionException.class, future::get);
    assertEquals(
        "getAnimal: GET " + base() + "/animals/7 was refused with status 404: gone, Ran away",
        assertInstanceOf(ApiException.class, thrown.getCause()).getMessage());
  }

  @Test
  void fetchAsyncEndsWithTheExceptionOfAMalformedAnswer() throws Exception {
    answer("{");
    ExecutionException thrown =
        assertThrows(ExecutionException.class, () -> zoo().getAnimal(7).fetchAsync().get());
    assertEquals(200, assertInstanceOf(ApiException.class, thrown.getCause()).status());
  }

  @Test
  void fetchAsyncEndsEvenIfTheMapperFails() {
    ZooApi broken =
        ApiRetrofit.create(
                server.url("/v1/"),
                http().build(),
                ZOO,
                failure -> {
                  throw new IllegalStateException("mapper of " + failure.operation());
                })
            .create(ZooApi.class);
    answer(404, "");
    answer("{");
    for (int i = 0; i < 2; i++) {
      ExecutionException thrown =
          assertThrows(ExecutionException.class, () -> broken.getAnimal(7).fetchAsync().get());
      assertEquals(
          "mapper of getAnimal",
          assertInstanceOf(IllegalStateException.class, thrown.getCause()).getMessage());
    }
  }

  @Test
  void cancellingTheFutureCancelsTheCall() throws Exception {
    neverAnswer();
    CountDownLatch cancelled = new CountDownLatch(1);
    OkHttpClient client =
        http()
            .eventListener(
                new EventListener() {
                  @Override
                  public void canceled(Call call) {
                    cancelled.countDown();
                  }
                })
            .build();
    CompletableFuture<Animal> future = zoo(client).getAnimal(7).fetchAsync();
    server.takeRequest();
    assertTrue(future.cancel(true));
    assertTrue(cancelled.await(10, TimeUnit.SECONDS));
    assertThrows(CancellationException.class, future::get);
  }

  @Test
  void interceptorsSeeWhatIsAttachedToThisCallAlone() throws Exception {
    answer("{\"name\":\"Rex\"}");
    answer("{\"name\":\"Tom\"}");
    List<String> seen = new ArrayList<>();
    OkHttpClient client =
        http()
            .addInterceptor(
                chain -> {
                  CallRecord record = requireNonNull(chain.request().tag(CallRecord.class));
                  seen.add(String.valueOf(record.attached(String.class)));
                  return chain.proceed(chain.request());
                })
            .build();
    ApiCall<Animal> call = zoo(client).getAnimal(7);
    requireNonNull(call.request().tag(CallRecord.class)).attach(String.class, "keeper");
    assertEquals("Rex", call.fetch().name());
    assertEquals("Tom", call.clone().fetch().name());
    assertEquals(List.of("keeper", "null"), seen);
  }

  @Test
  void tellsTheExceptionOfAnAnswerThatItsCallerReads() throws Exception {
    answer("GIF89");
    ApiCall<ResponseBody> call = zoo().download(7);
    call.fetch().close();
    assertEquals(
        "download: GET "
            + base()
            + "/files/7 got an answer that does not fit the document, status 200:"
            + " Expected a JPEG",
        call.exception(new MalformedAnswerException("Expected a JPEG")).getMessage());
    assertEquals(
        "download: GET " + base() + "/files/7 got no complete answer: InterruptedIOException",
        call.exception(new InterruptedIOException("timeout")).getMessage());
  }

  @Test
  void nullWhereAValueIsPromisedIsMalformed() {
    answer("null");
    ApiException thrown = failureOf(zoo().getAnimal(7));
    assertEquals(200, thrown.status());
    assertInstanceOf(MalformedAnswerException.class, thrown.getCause());
  }

  @Test
  void headerThatCannotBeSentIsRefusedWithoutItsValue() {
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class, () -> zoo().getAnimal(7).header("X-Key", "fake\n"));
    assertEquals(
        "Expected printable ASCII as the header X-Key but found another character."
            + " Encode the value, or remove line breaks.",
        thrown.getMessage());
  }

  @Test
  void cancelledCallIsATransportFailure() {
    ApiCall<Animal> call = zoo().getAnimal(7);
    call.cancel();
    assertTrue(call.isCanceled());
    ApiException thrown = failureOf(call);
    assertEquals(0, thrown.status());
    assertEquals(0, server.getRequestCount());
  }

  @Test
  void enqueueHandsOutTheApiCall() throws Exception {
    answer("{\"name\":\"Rex\"}");
    ApiCall<Animal> call = zoo().getAnimal(7);
    CompletableFuture<String> seen = new CompletableFuture<>();
    call.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(retrofit2.Call<Animal> done, Response<Animal> response) {
            seen.complete((done == call) + " " + response.code());
          }

          @Override
          public void onFailure(retrofit2.Call<Animal> done, Throwable t) {
            seen.completeExceptionally(t);
          }
        });
    assertEquals("true 200", seen.get());
  }

  @Test
  void executeGivesTheRawErrorBody() throws Exception {
    answer(503, "busy");
    Response<Animal> response = zoo().getAnimal(7).execute();
    ResponseBody body = response.errorBody();
    assertEquals("503 busy", response.code() + " " + (body == null ? null : body.string()));
  }

  @Test
  void callIsMadeOnceAndACloneAgain() {
    answer("{\"name\":\"Rex\"}");
    answer("{\"name\":\"Tom\"}");
    ApiCall<Animal> call = zoo().getAnimal(7);
    assertFalse(call.isExecuted());
    assertEquals("Rex", call.fetch().name());
    assertTrue(call.isExecuted());
    assertEquals(
        "Already executed.", assertThrows(IllegalStateException.class, call::fetch).getMessage());
    assertEquals("Tom", call.clone().fetch().name());
  }

  @Test
  void cloneKeepsTheOptions() throws Exception {
    answer("[]");
    zoo().listAnimals(ZooApi.ListAnimalsOptions.NONE).query("a", "1").clone().fetch();
    assertEquals("GET /v1/animals?a=1", sent());
  }

  @Test
  void headerReplacesItsNamesake() throws Exception {
    answer("{\"name\":\"Rex\"}");
    zoo().getAnimal(7).header("X-A", "1").header("x-a", "2").header("Accept", "b").fetch();
    RecordedRequest request = server.takeRequest();
    assertEquals(List.of("2"), request.getHeaders().values("X-A"));
    assertEquals(List.of("b"), request.getHeaders().values("Accept"));
  }

  @Test
  void queryReplacesItsNamesakes() throws Exception {
    answer("[]");
    zoo()
        .listAnimals(ZooApi.ListAnimalsOptions.builder().id(List.of(1L, 2L)).tame(true).build())
        .query("id[]", "3")
        .query("q", "a b&c")
        .fetch();
    assertEquals("GET /v1/animals?tame=1&id%5B%5D=3&q=a%20b%26c", sent());
  }

  @Test
  void optionsLeaveTheCallAlone() throws Exception {
    answer("[]");
    answer("[]");
    ApiCall<List<Animal>> call = zoo().listAnimals(ZooApi.ListAnimalsOptions.NONE);
    call.query("a", "1").fetch();
    call.fetch();
    assertEquals("GET /v1/animals?a=1", sent());
    assertEquals("GET /v1/animals", sent());
  }

  @Test
  void tagReachesInterceptors() {
    answer("{\"name\":\"Rex\"}");
    AtomicReference<String> seen = new AtomicReference<>();
    OkHttpClient client =
        http()
            .addInterceptor(
                chain -> {
                  seen.set(chain.request().tag(String.class));
                  return chain.proceed(chain.request());
                })
            .build();
    zoo(client).getAnimal(7).tag(String.class, "mine").fetch();
    assertEquals("mine", seen.get());
  }

  @Test
  void operationAndRecordReachInterceptors() {
    answer("{\"name\":\"Rex\"}");
    List<String> seen = new ArrayList<>();
    OkHttpClient client =
        http()
            .addInterceptor(
                chain -> {
                  Operation operation = Operation.of(chain.request());
                  seen.add(operation == null ? "none" : operation.id());
                  CallRecord record = chain.request().tag(CallRecord.class);
                  if (record != null) record.countAttempt();
                  seen.add(record == null ? "none" : "attempts " + record.attempts());
                  return chain.proceed(chain.request());
                })
            .build();
    zoo(client).getAnimal(7).fetch();
    assertEquals(List.of("getAnimal", "attempts 1"), seen);
  }

  @Test
  void timeoutEndsTheWholeCall() {
    neverAnswer();
    ApiException thrown = failureOf(zoo().getAnimal(7).timeout(Duration.ofMillis(50)));
    assertInstanceOf(InterruptedIOException.class, thrown.getCause());
    assertEquals(
        "getAnimal: GET " + base() + "/animals/7 got no complete answer: InterruptedIOException",
        thrown.getMessage());
  }

  @Test
  void timeoutIsOfThisCallOnly() {
    ApiCall<Animal> call = zoo().getAnimal(7);
    assertEquals(0, call.timeout().timeoutNanos());
    assertEquals(
        Duration.ofSeconds(5).toNanos(),
        call.timeout(Duration.ofSeconds(5)).timeout().timeoutNanos());
    assertNotEquals(call, call.timeout(Duration.ofSeconds(5)));
  }

  @Test
  void timeoutMustBeAboveZero() {
    for (Duration limit : new Duration[] {Duration.ZERO, Duration.ofSeconds(-1)}) {
      assertEquals(
          "Expected a timeout above zero but found " + limit + ". Leave it out for no limit.",
          assertThrows(IllegalArgumentException.class, () -> zoo().getAnimal(7).timeout(limit))
              .getMessage());
    }
  }

  @Test
  void answerWithoutABodyIsNull() {
    server.enqueue(new MockResponse.Builder().code(204).build());
    assertNull(zoo().deleteAnimal(7).fetch());
  }

  @Test
  void streamIsReadByTheCaller() throws Exception {
    answer("abc");
    try (ResponseBody body = zoo().download(7).fetch()) {
      assertEquals("abc", body.string());
    }
  }

  @Test
  void parametersAreWrittenAsTheAnnotationsSay() throws Exception {
    server.enqueue(new MockResponse.Builder().code(204).build());
    zoo()
        .getScalars(
            "a\"b",
            true,
            CommaSeparated.copyOf(
                List.of(java.time.Instant.ofEpochSecond(1), java.time.Instant.ofEpochSecond(2))),
            List.of(Animal.of("Rex"), Animal.of("Tom")),
            java.time.Instant.ofEpochSecond(4102444800L))
        .fetch();
    RecordedRequest request = server.takeRequest();
    assertEquals("\"a\\\"b\"", request.getUrl().queryParameter("json"));
    assertEquals("1", request.getUrl().queryParameter("flag"));
    assertEquals("1,2", request.getUrl().queryParameter("list"));
    assertEquals(
        List.of("{\"name\":\"Rex\"}", "{\"name\":\"Tom\"}"),
        request.getUrl().queryParameterValues("each"));
    assertEquals("4102444800", request.getHeaders().get("X-Since"));
  }

  @Test
  void partsAreTextUnlessTheyAreJson() throws Exception {
    server.enqueue(new MockResponse.Builder().code(204).build());
    zoo()
        .upload(
            MultipartBody.Part.createFormData("file", "a.txt", RequestBody.create(new byte[] {65})),
            false,
            null,
            Animal.of("Rex"))
        .fetch();
    String sent = sent();
    assertEquals(
        List.of("A", "0", "{\"name\":\"Rex\"}"),
        sent.lines().filter(line -> line.matches("[A0{].*")).toList(),
        sent);
    assertFalse(sent.contains("title"), sent);
  }

  @Test
  void textSaysTheOperationAndNotTheUrl() {
    assertEquals("ApiCall[listSecret]", zoo().listSecret("k", "p", "s").toString());
  }

  @Test
  void interfaceOfSomeoneElseIsRefused() {
    interface Foreign {
      @retrofit2.http.GET("a")
      ApiCall<String> get();
    }
    Foreign foreign =
        ApiRetrofit.create(server.url("/"), http().build(), ZOO, ApiException::new)
            .create(Foreign.class);
    assertEquals(
        "Expected @ApiOperation on the method that makes"
            + " dev.specwright.runtime.ApiCall<java.lang.String> but found none."
            + " Only generated interfaces can return ApiCall.",
        assertThrows(IllegalArgumentException.class, foreign::get).getMessage());
  }
}
