package dev.specwright.smartq;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.specwright.core.FaultMatrix;
import dev.specwright.core.Probe;
import dev.specwright.runtime.ApiCall;
import dev.specwright.smartq.model.Attachment;
import dev.specwright.smartq.model.Ticket;
import dev.specwright.smartq.model.TicketInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.io.TempDir;

/** Everything that may go wrong on the wire. */
class FaultsTest extends FaultMatrix<SmartQ, SmartQ.Builder> {
  private static final byte[] PICTURE = new byte[100_000];

  private final Path folder;

  FaultsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Override
  protected SmartQ.Builder builder() {
    return SmartQ.builder().login("ann@example.com", "planted-password").clientId("planted-client");
  }

  @Override
  protected SmartQ build(SmartQ.Builder builder) {
    return builder.build();
  }

  @Override
  protected ApiCall<?> read(SmartQ client) {
    return client.users().getMe();
  }

  @Override
  protected ApiCall<?> write(SmartQ client) {
    return client.tickets().createTicket(1, TicketInput.builder().name("New").stepId(1L).build());
  }

  @Override
  protected List<String> secrets() {
    return List.of("ann@example.com", "planted-password", "planted-client");
  }

  @Override
  protected List<Probe<SmartQ, ?>> more() {
    TicketInput change = TicketInput.builder().name("Changed").stepId(1L).build();
    return List.of(
        Probe.<SmartQ, Ticket>read(
            "change", smartQ -> smartQ.tickets().updateTicket(1, 2, change), readAnswer()),
        Probe.<SmartQ, Object>read(
            "delete",
            smartQ -> smartQ.tickets().deleteTicket(1, 2),
            "{\"error\":null,\"data\":null}"),
        Probe.<SmartQ, Attachment>write(
            "upload of a file", smartQ -> smartQ.upload(1, 2, 3, picture(), true), readAnswer()),
        Probe.<SmartQ, Attachment>write(
                "upload of a stream",
                smartQ -> smartQ.upload(1, 2, 3, "p.jpg", new ByteArrayInputStream(PICTURE), true),
                readAnswer())
            .sendsWhatCanBeReadOnce(),
        Probe.<SmartQ, ResponseBody>read(
                "download", smartQ -> smartQ.files().downloadFile(1, 2, 3, 4), "a file")
            .streams((smartQ, call) -> smartQ.download(call, folder.resolve("target")))
            .after(this::assertNothingHalf));
  }

  private Path picture() {
    try {
      return Files.write(folder.resolve("picture.jpg"), PICTURE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertNothingHalf() {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> !each.endsWith("picture.jpg")).toList()) {
        assertEquals("target", file.getFileName().toString());
        assertEquals("a file", Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String readAnswer() {
    return "{\"error\":null,\"data\":{\"id\":7}}";
  }

  @Override
  protected List<String> wrongAnswers() {
    return Stream.of(
            "\"Ann\"",
            "[[\"Ann\"]]",
            "{\"id\":\"seven\"}",
            "{\"id\":true}",
            "{\"id\":1.5}",
            "{\"id\":9223372036854775808}",
            "{\"name\":{\"first\":\"Ann\"}}",
            "{\"can_manage_projects\":\"perhaps\"}")
        .map(data -> "{\"error\":null,\"data\":" + data + "}")
        .toList();
  }

  @Override
  public String error(String text) {
    return "{\"error\":{\"code\":\"broken\",\"message\":\"" + text + "\"},\"data\":null}";
  }
}
