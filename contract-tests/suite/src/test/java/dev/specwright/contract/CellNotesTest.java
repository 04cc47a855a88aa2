package dev.specwright.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.specwright.contract.CellNotes.Server;
import dev.specwright.contract.driver.Alternative;
import dev.specwright.contract.driver.ClientSetup;
import dev.specwright.contract.driver.ClientSetups;
import dev.specwright.contract.driver.Document;
import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.contract.driver.DocumentedRequest;
import dev.specwright.contract.driver.Driver;
import dev.specwright.contract.driver.Reply;
import dev.specwright.contract.driver.ScriptedServer;
import dev.specwright.runtime.ApiCall;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The gate is only as good as its notes. */
class CellNotesTest {
  private final Document document = Document.read(Apis.document("smartq"));
  private final ClientSetup setup = ClientSetups.of("smartq");
  private final DocumentedOperation getMe = document.operation("getMe");
  private final DocumentedOperation download = document.operation("downloadFile");
  private final CellNotes notes = new CellNotes(document);
  private final ScriptedServer server;

  CellNotesTest() throws IOException {
    server = new ScriptedServer(document, setup);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void nothingIsCoveredBeforeACall() {
    assertEquals(List.copyOf(notes.documented()), notes.uncovered());
  }

  @Test
  void callCoversTheCellOfItsCredentialsOnly() {
    call(getMe, Server.PRISM, getMe.alternatives().get(1));

    assertEquals(
        "getMe 200, - -> application/json, basic in basic + clientIdParameter in query",
        covered().toString().replaceAll("[\\[\\]]", ""));
  }

  @Test
  void bytesAreNotCoveredByPrism() {
    call(download, Server.PRISM, download.alternatives().get(0));
    assertEquals(List.of(), covered());

    call(download, Server.SCRIPTED, download.alternatives().get(0));
    assertEquals(
        "downloadFile 200, - -> application/octet-stream, basic in basic + clientId in header",
        covered().toString().replaceAll("[\\[\\]]", ""));
  }

  @Test
  void answerThatTheDocumentDoesNotHaveIsNamed() {
    server.answer(
        getMe,
        Reply.bytes(
            200, "text/html", ByteString.encodeUtf8("{\"error\":null,\"data\":{\"id\":1}}")));

    call(getMe, Server.PRISM, getMe.alternatives().get(0));

    assertEquals(
        Set.of("getMe 200, - -> text/html, basic in basic + clientId in header"),
        notes.undocumented());
  }

  @Test
  void requestWithTwoWaysInCoversNeither() throws IOException {
    Document mysmark = Document.read(Apis.document("mysmark"));
    DocumentedOperation delete = mysmark.operation("deleteObject");
    ClientSetup keys = ClientSetups.of("mysmark");
    CellNotes own = new CellNotes(mysmark);
    OkHttpClient http = own.http(new OkHttpClient(), Server.PRISM);
    Alternative form = delete.clientWays().get(0);
    try (ScriptedServer service = new ScriptedServer(mysmark, keys);
        Driver driver = new Driver(mysmark, keys, service.url(), http, form)) {
      ApiCall<?> call = driver.call(DocumentedRequest.of(delete));
      assertEquals(true, call.query("oauth_token", keys.accessToken()).fetch());
      assertEquals(
          keys.accessToken(),
          service.received(delete).get(0).getUrl().queryParameter("oauth_token"));

      assertEquals(
          Set.of("deleteObject by [oauthToken in query, oauthToken in form]"), own.undocumented());
      assertEquals(
          List.of(), own.documented().stream().filter(each -> isOf(delete, each, own)).toList());

      call.fetch();
      assertEquals(
          List.of(
              "deleteObject 200, application/x-www-form-urlencoded -> application/json, oauthToken"
                  + " in form"),
          own.documented().stream()
              .filter(each -> isOf(delete, each, own))
              .map(Cell::toString)
              .toList());
    }
  }

  private static boolean isOf(DocumentedOperation operation, Cell cell, CellNotes notes) {
    return cell.operation().equals(operation.id()) && !notes.servers(cell).isEmpty();
  }

  @Test
  void wayThatNoClientGoesIsNotCountedAsCovered() {
    Document mysmark = Document.read(Apis.document("mysmark"));
    CellNotes own = new CellNotes(mysmark);

    List<Cell> beyond = own.beyondClients();

    assertEquals(
        Set.of("oauthToken in query"),
        beyond.stream().map(Cell::alternative).collect(Collectors.toSet()));
    assertEquals(own.documented().size(), beyond.size() + own.uncovered().size());
    assertEquals(List.of(), notes.beyondClients());
  }

  private void call(DocumentedOperation operation, Server who, Alternative alternative) {
    try (Driver driver =
        new Driver(
            document, setup, server.url(), notes.http(new OkHttpClient(), who), alternative)) {
      Object value = driver.call(DocumentedRequest.of(operation)).fetch();
      if (value instanceof ResponseBody body) body.close();
    }
  }

  private List<Cell> covered() {
    return notes.documented().stream().filter(each -> !notes.uncovered().contains(each)).toList();
  }
}
