package dev.specwright.smartq;

import static java.util.Objects.requireNonNull;

import dev.specwright.smartq.model.Note;
import dev.specwright.smartq.model.NoteInput;
import dev.specwright.smartq.model.Ticket;
import dev.specwright.smartq.model.TicketInput;
import java.nio.file.Path;
import java.util.List;

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
            .additionalProperty("f3", "some important info") // custom field
            .build();
    Ticket ticket = smartQ.tickets().createTicket(99999, input).fetch();
    long ticketId = requireNonNull(ticket.id());
    NoteInput text = NoteInput.builder().text("New Note").build();
    Note note = smartQ.notes().createNote(99999, ticketId, text).fetch();
    long noteId = requireNonNull(note.id());
    smartQ.upload(99999, ticketId, noteId, folder.resolve("image.jpg"), true).fetch();
    // end
    return folder;
  }
}
