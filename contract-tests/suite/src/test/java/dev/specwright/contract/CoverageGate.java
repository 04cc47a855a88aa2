package dev.specwright.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.contract.CellNotes.Server;
import dev.specwright.contract.driver.Alternative;
import dev.specwright.contract.driver.Content;
import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.contract.driver.DocumentedRequest;
import dev.specwright.contract.driver.Driver;
import dev.specwright.contract.driver.Reply;
import dev.specwright.runtime.ApiCall;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;

/**
 * Goes every way that a client can go by its document: each operation, answer, media type and way
 * in, with every example; and notes what went over the wire.
 */
final class CoverageGate implements AutoCloseable {
  private final Stage stage;
  private final OkHttpClient http;
  private final CellNotes notes;
  private final Map<List<Object>, Driver> drivers = new HashMap<>();

  /**
   * Opens a gate.
   *
   * @param http what the clients send their requests with
   */
  CoverageGate(Stage stage, OkHttpClient http) {
    this.stage = stage;
    this.http = http;
    this.notes = new CellNotes(stage.document());
  }

  /** Returns what went over the wire so far. */
  CellNotes notes() {
    return notes;
  }

  @Override
  public void close() {
    drivers.values().forEach(Driver::close);
  }

  /** Returns all that it looks at. */
  Stream<Check> checks(DocumentedOperation operation) {
    return Stream.<Function<DocumentedOperation, Stream<Check>>>of(
            this::examplesOfPrismComeThrough,
            this::examplesOfRequestsAreAccepted,
            this::errorInsideASuccessIsItsException,
            this::bytesAndPartsComeThrough)
        .flatMap(checks -> checks.apply(operation));
  }

  // ---- what Prism answers

  /** A value has to be written as it came, an error to become its exception. */
  Stream<Check> examplesOfPrismComeThrough(DocumentedOperation operation) {
    return Exchange.of(operation)
        .map(each -> new Check(each.toString(), () -> comesThroughFromPrism(each)));
  }

  private void comesThroughFromPrism(Exchange exchange) throws IOException {
    Driver driver = driver(exchange.alternative(), Server.PRISM);
    ApiCall<?> call = driver.call(request(exchange)).header("Prefer", exchange.preference());
    if (exchange.hasChoice()) call = call.header("Accept", exchange.answer().mediaType());

    comesThrough(exchange, call, driver);
  }

  private void comesThrough(Exchange exchange, ApiCall<?> call, Driver driver) throws IOException {
    if (exchange.answer().isSuccess()) {
      expected(exchange).isGivenBy(call, driver);
    } else {
      boolean raw = driver.isRaw(exchange.operation());
      expected(exchange).isThrownBy(call, exchange.status(), raw);
    }
  }

  /** Every body that the document shows is one that its client can send. */
  Stream<Check> examplesOfRequestsAreAccepted(DocumentedOperation operation) {
    return operation.requests().stream().flatMap(each -> bodies(operation, each));
  }

  private Stream<Check> bodies(DocumentedOperation operation, Content content) {
    DocumentedRequest request = DocumentedRequest.of(operation);
    return content.examples().entrySet().stream()
        .map(
            each ->
                new Check(
                    operation.id() + " " + each.getKey(),
                    () -> isAccepted(request.withBody(content, each.getValue()))));
  }

  private void isAccepted(DocumentedRequest request) throws IOException {
    for (Alternative alternative : request.operation().clientWays()) {
      assertTrue(
          driver(alternative, Server.PRISM).call(request).execute().isSuccessful(),
          alternative::toString);
    }
  }

  // ---- what is beyond Prism

  /** The document says of each error that it is one, whatever the HTTP status. */
  Stream<Check> errorInsideASuccessIsItsException(DocumentedOperation operation) {
    return Exchange.of(operation)
        .filter(each -> each.isFirstTry() && each.isJson() && code(each) != null)
        .map(each -> new Check(each.toString(), () -> isItsExceptionInsideASuccess(each)));
  }

  private String code(Exchange exchange) {
    return exchange.answer().isSuccess()
        ? null
        : stage.document().error("code", exchange.example()).orElse(null);
  }

  private void isItsExceptionInsideASuccess(Exchange exchange) {
    stage.scripted().reset();
    stage
        .scripted()
        .answer(
            exchange.operation(),
            Reply.of(200, exchange.answer().content().orElseThrow(), exchange.example()));
    int status = stage.document().statusOf(code(exchange)).orElse(200);
    // Not noted: with such an answer the service would go beyond its document.
    try (Driver driver = driver(exchange.alternative(), stage.scripted().url(), http)) {
      // Of bytes the client makes an error, with the error's own status, before anybody reads them.
      boolean raw = driver.isRaw(exchange.operation());

      expected(exchange)
          .isThrownBy(driver.call(request(exchange)), raw ? status : 200, status, raw);
    }
  }

  /** Bytes that are no text come as they were sent, and so do the parts of an upload. */
  Stream<Check> bytesAndPartsComeThrough(DocumentedOperation operation) {
    return Exchange.of(operation)
        .filter(Exchange::isBeyondPrism)
        .flatMap(each -> Upload.kinds(operation).map(upload -> bytes(each, upload)));
  }

  private Check bytes(Exchange exchange, Upload upload) {
    return new Check(exchange + ", " + upload, () -> comesThroughAsBytes(exchange, upload));
  }

  private void comesThroughAsBytes(Exchange exchange, Upload upload) throws IOException {
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

  // ---- calls

  private static DocumentedRequest request(Exchange exchange) {
    return DocumentedRequest.of(exchange.operation()).forAnswer(exchange.answer());
  }

  private ExpectedAnswer expected(Exchange exchange) {
    return new ExpectedAnswer(
        stage.document(), exchange.operation(), exchange.answer().content(), exchange.example());
  }

  private Driver driver(Alternative alternative, Server server) {
    String url = server == Server.PRISM ? stage.prism().toString() : stage.scripted().url();
    return drivers.computeIfAbsent(
        List.of(alternative, server), unused -> driver(alternative, url, notes.http(http, server)));
  }

  private Driver driver(Alternative alternative, String url, OkHttpClient client) {
    return new Driver(stage.document(), stage.setup(), url, client, alternative);
  }
}
