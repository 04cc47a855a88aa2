package dev.specwright.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.squareup.moshi.JsonAdapter;
import dev.specwright.contract.driver.Answer;
import dev.specwright.contract.driver.ClientSetup;
import dev.specwright.contract.driver.ClientSetups;
import dev.specwright.contract.driver.Content;
import dev.specwright.contract.driver.Document;
import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.contract.driver.DocumentedRequest;
import dev.specwright.contract.driver.Driver;
import dev.specwright.contract.driver.Json;
import dev.specwright.core.BadAnswerException;
import dev.specwright.prism.PrismServer;
import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Decodes answers that Prism makes up from the schemas, writes them and decodes them again. The
 * same seed gives the same answer.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.specwright.contract.Apis#names")
class RandomAnswersTest {
  /** How many answers each operation gets: {@code -Drandom.answers=1000}. */
  private static final int SEEDS = Integer.getInteger("random.answers", 200);

  /** The errors of a document share a few schemas. */
  private static final int ERROR_SEEDS = Math.max(1, SEEDS / 40);

  /** More than one Prism can make use of, so that it never waits. */
  private static final int THREADS = 3;

  private static Document document;
  private static ClientSetup setup;
  private static PrismServer prism;
  private static ExecutorService threads;
  private static String name;
  private static int checked;
  private static int errors;
  private static Set<Integer> different;
  private static Map<String, Integer> leftOut;

  /** What the last answer on this thread looked like. */
  private static final ThreadLocal<Answered> ANSWERED = new ThreadLocal<>();

  private record Answered(String body, String violations) {}

  @Parameter String api;

  @BeforeParameterizedClassInvocation
  static void open(String api) throws IOException {
    Figures.forget("random-" + api);
    name = api;
    document = Document.read(Apis.document(api));
    setup = ClientSetups.of(api);
    Path variant = Apis.randomDocument(api);
    RandomDocument.write(Apis.prismDocument(api), variant);
    // An answer of Prism's that is wrong is to be seen, and not replaced.
    prism = PrismServer.mock(variant).errors(false).start();
    threads = Executors.newFixedThreadPool(THREADS);
    checked = 0;
    errors = 0;
    different = new HashSet<>();
    leftOut = new TreeMap<>();
  }

  @AfterParameterizedClassInvocation
  static void close() throws IOException {
    threads.shutdownNow();
    prism.close();
    StringBuilder figures = new StringBuilder();
    figures.append(
        "Random answers  %-14s  decoded and written %6d, different ones %6d, errors %5d"
            .formatted(name, checked, different.size(), errors));
    leftOut.forEach((why, count) -> figures.append("%n  left out %5d  %s".formatted(count, why)));
    Figures.write("random-" + name, figures.toString());

    assertTrue(errors > 0, "No error of " + name + " was checked");
  }

  @TestFactory
  Stream<DynamicTest> randomAnswersAreWrittenAsTheyCame() {
    return document.operations().stream()
        .map(operation -> dynamicTest(operation.id(), () -> areWrittenAsTheyCame(operation)));
  }

  private static void areWrittenAsTheyCame(DocumentedOperation operation) throws Exception {
    try (Driver driver = driver(operation)) {
      if (operation.successes().anyMatch(RandomAnswersTest::isBinary)) {
        leaveOut(operation.id() + ": bytes, which Prism does not make up");
        return;
      }
      int before = checked;
      List<Callable<String>> calls =
          seeds(operation)
              .<Callable<String>>mapToObj(seed -> () -> wrong(operation, driver, seed))
              .toList();
      List<String> wrong = new ArrayList<>();
      for (Future<String> each : threads.invokeAll(calls)) {
        if (!each.get().isEmpty()) wrong.add(each.get());
      }
      assertEquals(List.of(), wrong);
      assertEquals(SEEDS, checked - before, "answers that were checked");
    }
  }

  private static boolean isBinary(Answer answer) {
    return answer.content().filter(Content::isBinary).isPresent();
  }

  /** Others for each operation, since some share a schema. Prism takes 0 for no seed. */
  private static IntStream seeds(DocumentedOperation operation) {
    return IntStream.range(firstSeed(operation), firstSeed(operation) + SEEDS);
  }

  private static int firstSeed(DocumentedOperation operation) {
    return 1 + document.operations().indexOf(operation) * SEEDS;
  }

  /** Returns what is wrong with one answer, or nothing. */
  private static String wrong(DocumentedOperation operation, Driver driver, int seed) {
    try {
      isWrittenAsItCame(operation, driver, seed);
      return "";
    } catch (IOException | RuntimeException | AssertionError e) {
      return "seed " + seed + ": " + e;
    }
  }

  private static void isWrittenAsItCame(DocumentedOperation operation, Driver driver, int seed)
      throws IOException {
    ApiCall<?> call =
        driver.call(DocumentedRequest.of(operation)).header("Prefer", "dynamic=true, seed=" + seed);
    if (driver.isRaw(operation)) {
      comesAsItIs(call);
      return;
    }
    JsonAdapter<Object> adapter = driver.adapter(operation);
    Object value;
    if (setup.takesAnswersMadeForOthers(operation)) {
      value = call.fetch();
    } else {
      assertThrows(BadAnswerException.class, call::fetch);
      value = adapter.fromJson(ANSWERED.get().body());
    }
    fitsTheDocument();
    String written = adapter.toJson(value);
    assertEquals(value, adapter.fromJson(written));
    assertEquals(sent(operation), Json.parse(written));
    count(ANSWERED.get().body());
  }

  /** Text and JavaScript are for the caller to read. */
  private static void comesAsItIs(ApiCall<?> call) throws IOException {
    try (ResponseBody body = (ResponseBody) call.fetch()) {
      assertEquals(ANSWERED.get().body(), body.string());
    }
    fitsTheDocument();
    count(ANSWERED.get().body());
  }

  private static void fitsTheDocument() {
    if (ANSWERED.get().violations() == null) return;
    throw new AssertionError("Prism contradicts the document: " + ANSWERED.get().violations());
  }

  @TestFactory
  Stream<DynamicTest> randomErrorsAreTheirExceptions() {
    return document.operations().stream()
        .map(operation -> dynamicTest(operation.id(), () -> areTheirExceptions(operation)));
  }

  private static void areTheirExceptions(DocumentedOperation operation) throws IOException {
    try (Driver driver = driver(operation)) {
      for (Answer answer : operation.answers()) {
        // A random text is no call of a function.
        if (answer.isSuccess() || answer.content().filter(Content::isJsonp).isPresent()) continue;
        for (int status : operation.statuses(answer)) {
          for (int i = 0; i < ERROR_SEEDS; i++) {
            isItsException(operation, answer, status, driver, firstSeed(operation) + i);
          }
        }
      }
    }
  }

  private static void isItsException(
      DocumentedOperation operation, Answer answer, int status, Driver driver, int seed) {
    Supplier<ApiCall<?>> call =
        () ->
            driver
                .call(DocumentedRequest.of(operation))
                .header("Accept", answer.content().map(Content::mediaType).orElse("*/*"))
                .header("Prefer", "code=" + status + ", dynamic=true, seed=" + seed);
    assertThrows(ApiException.class, () -> call.get().fetch());
    String body = ANSWERED.get().body();
    boolean isJson = answer.content().filter(Content::isJson).isPresent();
    Object example = isJson ? Json.parse(body) : body;

    // The same seed gives the same answer.
    new ExpectedAnswer(document, operation, answer.content(), example)
        .isThrownBy(call.get(), status, driver.isRaw(operation));
    fitsTheDocument();
    errors++;
  }

  /** Returns the value in what Prism sent, without its envelope. */
  private static Object sent(DocumentedOperation operation) {
    Object answer = Json.parse(ANSWERED.get().body());
    return operation
        .envelope()
        .<Object>map(member -> ((Map<?, ?>) answer).get(member))
        .orElse(answer);
  }

  private static Driver driver(DocumentedOperation operation) {
    OkHttpClient http =
        new OkHttpClient.Builder().addNetworkInterceptor(RandomAnswersTest::keep).build();
    String url = prism.baseUrl().toString();
    return new Driver(document, setup, url, http, operation.clientWays().get(0));
  }

  private static Response keep(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    ANSWERED.set(
        new Answered(response.peekBody(Long.MAX_VALUE).string(), response.header("sl-violations")));
    return response;
  }

  private static synchronized void count(String body) {
    checked++;
    different.add(body.hashCode());
  }

  private static synchronized void leaveOut(String why) {
    leftOut.merge(why, 1, Integer::sum);
  }
}
