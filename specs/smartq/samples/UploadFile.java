import dev.specwright.smartq.SmartQ;
import dev.specwright.smartq.model.Attachment;
import java.nio.file.Path;

/** Attaches a file to a note. It is the last one, so notifications are sent now. */
public final class UploadFile {
  private UploadFile() {}

  public static void main(String[] args) {
    try (SmartQ smartq =
        SmartQ.builder()
            .server(System.getenv("SMARTQ_SERVER")) // or .account("demo")
            .login(System.getenv("SMARTQ_BASIC_USER"), System.getenv("SMARTQ_BASIC_PASSWORD"))
            .clientId(System.getenv("SMARTQ_CLIENT_ID"))
            .build()) {
      Attachment attached =
          smartq.upload(99999, 77777, 55555, Path.of("image.jpg"), true).fetch();
      System.out.println(attached);
    }
  }
}
