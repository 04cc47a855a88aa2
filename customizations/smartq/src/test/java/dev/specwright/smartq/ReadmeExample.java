package dev.specwright.smartq;

import static java.util.Objects.requireNonNull;

import dev.specwright.runtime.ApiCall;
import dev.specwright.smartq.model.Note;
import dev.specwright.smartq.model.NoteInput;
import dev.specwright.smartq.model.Ticket;
import dev.specwright.smartq.model.TicketInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.ResponseBody;

/** The lines of README.md. */
final class ReadmeExample {
  private ReadmeExample() {}

  static SmartQ build() {
    // readme
    SmartQ smartQ =
        SmartQ.builder().account("demo").login("email@domain.com", "11111").clientId("KEY").build();
    // end
    return smartQ;
  }

  static Path run(SmartQ smartQ, Path folder) {
    // readme
    TicketInput input =
        TicketInput.builder()
            .name("New Ticket")
            .stepId(88888L)
            .assignedTo(List.of(1L, 5L))
            .additionalProperty("f3", "some important info") // custom fields: text,
            .additionalProperty("f4", 20.13) // number,
            .additionalProperty("f5", List.of(1234, 4321)) // chosen values
            .build();
    Ticket ticket = smartQ.tickets().createTicket(99999, input).fetch();
    long ticketId = requireNonNull(ticket.id());
    NoteInput text = NoteInput.builder().text("New Note").build();
    Note note = smartQ.notes().createNote(99999, ticketId, text).fetch();
    long noteId = requireNonNull(note.id());
    Progress bar = (bytes, total) -> System.out.println(bytes + " of " + total);
    Path image = folder.resolve("image.jpg");
    smartQ.upload(99999, ticketId, noteId, image, true).tag(Progress.class, bar).fetch();
    // end
    return folder;
  }

  static void download(SmartQ smartQ, Path folder) {
    // readme
    for (Ticket each : smartQ.allTickets(99999)) System.out.println(each.name()); // page after page

    Progress bar = (bytes, total) -> System.out.println(bytes + " of " + total);
    ApiCall<ResponseBody> file =
        smartQ.files().downloadFile(99999, 77777, 55555, 44444).tag(Progress.class, bar);
    smartQ.download(file.timeout(Duration.ofMinutes(30)), folder.resolve("copy.jpg"));
    // end
  }

  static SmartQ fromEnvironment(Map<String, String> variables) {
    // readme
    SmartQ smartQ = SmartQ.builder().fromEnvironment(variables).readOnly().build();
    // SMARTQ_ACCOUNT, SMARTQ_BASIC_USER, SMARTQ_BASIC_PASSWORD, SMARTQ_CLIENT_ID
    // end
    return smartQ;
  }
}
