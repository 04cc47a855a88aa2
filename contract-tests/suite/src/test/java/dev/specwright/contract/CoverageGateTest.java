package dev.specwright.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.specwright.contract.CellNotes.Server;
import dev.specwright.contract.driver.Alternative;
import dev.specwright.contract.driver.DocumentedRequest;
import dev.specwright.contract.driver.Driver;
import dev.specwright.contract.driver.Reply;
import dev.specwright.runtime.ApiCall;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Goes every way that a document says a call may go: each operation, answer, media type and way in,
 * with every example. A way that nothing went over the wire for fails the build.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.specwright.contract.Apis#names")
class CoverageGateTest {
  private static Stage stage;
  private static CellNotes notes;
  private static Map<List<Object>, Driver> drivers;

  @Parameter String api;

  @BeforeParameterizedClassInvocation
  static void open(String api) throws IOException {
    Figures.forget("coverage-" + api);
    stage = Stage.open(api);
    notes = new CellNotes(stage.document());
    drivers = new HashMap<>();
  }

  @AfterParameterizedClassInvocation
  static void everyCellIsCovered() throws IOException {
    for (Driver driver : drivers.values()) driver.close();
    stage.close();
    CoverageReport.add(stage.api(), notes);

    assertEquals(List.of(), notes.uncovered(), () -> "Nothing tries this of " + stage.api());
    assertEquals(Set.of(), notes.undocumented(), () -> "Not in the document of " + stage.api());
  }

  /** A value has to be written as it came, an error to become its exception. */
  @TestFactory
  Stream<DynamicTest> examplesOfPrismComeThrough() {
    return Exchange.of(stage.document())
        .map(each -> dynamicTest(each.toString(), () -> comesThroughFromPrism(each)));
  }

  private static void comesThroughFromPrism(Exchange exchange) throws IOException {
    Driver driver = driver(exchange.alternative(), Server.PRISM);
    ApiCall<?> call = driver.call(request(exchange)).header("Prefer", exchange.preference());
    if (exchange.hasChoice()) call = call.header("Accept", exchange.answer().mediaType());

    comesThrough(exchange, call, driver);
  }

  private static void comesThrough(Exchange exchange, ApiCall<?> call, Driver driver)
      throws IOException {
    if (exchange.answer().isSuccess()) {
      expected(exchange).isGivenBy(call, driver);
    } else {
      boolean raw = driver.isRaw(exchange.operation());
      expected(exchange).isThrownBy(call, exchange.status(), raw);
    }
  }

  /** The document says of each error that it is one, whatever the HTTP status. */
  @TestFactory
  Stream<DynamicTest> errorInsideASuccessIsItsException() {
    return Exchange.of(stage.document())
        .filter(each -> each.isFirstTry() && each.isJson() && code(each) != null)
        .map(each -> dynamicTest(each.toString(), () -> isItsExceptionInsideASuccess(each)));
  }

  private static String code(Exchange exchange) {
    return exchange.answer().isSuccess()
        ? null
        : stage.document().error("code", exchange.example()).orElse(null);
  }

  private static void isItsExceptionInsideASuccess(Exchange exchange) {
    stage.scripted().reset();
    stage
        .scripted()
        .answer(
            exchange.operation(),
            Reply.of(200, exchange.answer().content().orElseThrow(), exchange.example()));
    // Not noted: with such an answer the service would go beyond its document.
    Driver driver = driver(exchange.alternative(), stage.scripted().url(), new OkHttpClient());
    int status = stage.document().statusOf(code(exchange)).orElse(200);

    // Of bytes the client makes an error, with the error's own status, before anybody reads them.
    boolean raw = driver.isRaw(exchange.operation());

    expected(exchange).isThrownBy(driver.call(request(exchange)), raw ? status : 200, status, raw);
  }

  /** Bytes that are no text come as they were sent, and so do the parts of an upload. */
  @TestFactory
  Stream<DynamicTest> bytesAndPartsComeThrough() {
    return Exchange.of(stage.document())
        .filter(Exchange::isBeyondPrism)
        .flatMap(
            each ->
                Upload.kinds(each.operation())
                    .map(
                        upload ->
                            dynamicTest(
                                each + ", " + upload, () -> comesThroughAsBytes(each, upload))));
  }

  private static void comesThroughAsBytes(Exchange exchange, Upload upload) throws IOException {
    stage.scripted().reset();
    stage.scripted().answer(exchange.operation(), reply(exchange));
    Driver driver = driver(exchange.alternative(), Server.SCRIPTED);
    ApiCall<?> call = driver.call(upload.in(request(exchange)));

    if (exchange.isBinary()) {
      try (ResponseBody body = (ResponseBody) call.fetch()) {
        assertEquals(Upload.BYTES, body.byteString());
      }
    } else {
      comesThrough(exchange, call, driver);
    }
    List<RecordedRequest> received = stage.scripted().received(exchange.operation());
    assertEquals(1, received.size());
    upload.isWhatCame(received.get(0), request(exchange));
  }

  private static Reply reply(Exchange exchange) {
    return exchange.isBinary()
        ? Reply.bytes(exchange.status(), exchange.answer().mediaType(), Upload.BYTES)
        : Reply.of(
            exchange.status(), exchange.answer().content().orElseThrow(), exchange.example());
  }

  /** Every body that the document shows is one that its client can send. */
  @TestFactory
  Stream<DynamicTest> examplesOfRequestsAreAccepted() {
    return stage.document().operations().stream()
        .flatMap(
            operation ->
                operation.requests().stream()
                    .flatMap(
                        content ->
                            content.examples().entrySet().stream()
                                .map(
                                    example ->
                                        dynamicTest(
                                            operation.id() + " " + example.getKey(),
                                            () ->
                                                isAccepted(
                                                    DocumentedRequest.of(operation)
                                                        .withBody(content, example.getValue()))))));
  }

  private static void isAccepted(DocumentedRequest request) throws IOException {
    for (Alternative alternative : request.operation().alternatives()) {
      assertTrue(
          driver(alternative, Server.PRISM).call(request).execute().isSuccessful(),
          alternative::toString);
    }
  }

  private static DocumentedRequest request(Exchange exchange) {
    return DocumentedRequest.of(exchange.operation()).forAnswer(exchange.answer());
  }

  private static ExpectedAnswer expected(Exchange exchange) {
    return new ExpectedAnswer(
        stage.document(), exchange.operation(), exchange.answer().content(), exchange.example());
  }

  private static Driver driver(Alternative alternative, Server server) {
    String url =
        server == Server.PRISM ? stage.prism().baseUrl().toString() : stage.scripted().url();
    return drivers.computeIfAbsent(
        List.of(alternative, server), unused -> driver(alternative, url, notes.http(server)));
  }

  private static Driver driver(Alternative alternative, String url, OkHttpClient http) {
    return new Driver(stage.document(), stage.setup(), url, http, alternative);
  }
}
