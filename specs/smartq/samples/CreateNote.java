import dev.specwright.smartq.SmartQ;
import dev.specwright.smartq.model.Note;
import dev.specwright.smartq.model.NoteInput;

/** Adds a note to a ticket; a file follows, and the notifications wait for it. */
public final class CreateNote {
  private CreateNote() {}

  public static void main(String[] args) {
    try (SmartQ smartq =
        SmartQ.builder()
            .server(System.getenv("SMARTQ_SERVER")) // or .account("demo")
            .login(System.getenv("SMARTQ_BASIC_USER"), System.getenv("SMARTQ_BASIC_PASSWORD"))
            .clientId(System.getenv("SMARTQ_CLIENT_ID"))
            .build()) {
      NoteInput input = NoteInput.builder().text("New Note").hasAttachments(true).build();
      Note created = smartq.notes().createNote(99999, 77777, input).fetch();
      System.out.println(created);
    }
  }
}
