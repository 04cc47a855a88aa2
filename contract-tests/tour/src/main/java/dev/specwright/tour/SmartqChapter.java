package dev.specwright.tour;

import static java.util.Objects.requireNonNull;

import dev.specwright.smartq.SmartQ;
import dev.specwright.smartq.model.Attachment;
import dev.specwright.smartq.model.Note;
import dev.specwright.smartq.model.NoteInput;
import dev.specwright.smartq.model.Ticket;
import dev.specwright.smartq.model.TicketInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** smartQ: a ticket with custom fields, a note, and a file that goes up and comes down. */
final class SmartqChapter {
  private static final long PROJECT = 99999;
  private static final long STEP = 88888;

  private SmartqChapter() {}

  static void visit(Guide guide, String server) {
    try (SmartQ smartq =
        SmartQ.builder()
            .server(server)
            .login("email@domain.com", "11111")
            .clientId("69a4d22883c57c436c4431c3982eecb2")
            .log(guide::request)
            .build()) {
      guide.step("List the projects", () -> smartq.projects().listProjects().fetch());
      Ticket created =
          guide.step(
              "Create a ticket with custom fields and assignees",
              () -> smartq.tickets().createTicket(PROJECT, ticket()).fetch());
      long ticket = requireNonNull(created.id());
      Note note =
          guide.step(
              "Add a note",
              () ->
                  smartq
                      .notes()
                      .createNote(PROJECT, ticket, NoteInput.builder().text("New Note").build())
                      .fetch());
      files(guide, smartq, ticket, requireNonNull(note.id()));
    }
  }

  private static TicketInput ticket() {
    return TicketInput.builder()
        .name("New Ticket")
        .description("New Ticket Description")
        .stepId(STEP)
        .assignedTo(List.of(1L, 2L, 3L, 5L))
        .additionalProperty("f3", "some important info")
        .additionalProperty("f4", 2013)
        .additionalProperty("f5", List.of(1234, 4321))
        .build();
  }

  private static void files(Guide guide, SmartQ smartq, long ticket, long note) {
    Path folder = guide.step("Make a file to upload", () -> Files.createTempDirectory("tour"));
    try {
      Path image = folder.resolve("image.jpg");
      Attachment file =
          guide.step(
              "Upload it",
              () -> {
                Files.writeString(image, "not really a picture");
                return smartq.upload(PROJECT, ticket, note, image, true).fetch();
              });
      guide.step(
          "Download it",
          () -> {
            long id = requireNonNull(file.id());
            Path copy = folder.resolve("copy.jpg");
            return Files.readString(smartq.download(PROJECT, ticket, note, id, copy));
          });
    } finally {
      guide.step("Tidy up", () -> delete(folder));
    }
  }

  private static String delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) Files.delete(file);
    }
    Files.delete(folder);
    return "done";
  }
}
