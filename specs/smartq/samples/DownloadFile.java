import dev.specwright.smartq.SmartQ;
import java.nio.file.Path;

/** Downloads a file; it is there when it is complete. */
public final class DownloadFile {
  private DownloadFile() {}

  public static void main(String[] args) {
    try (SmartQ smartq =
        SmartQ.builder()
            .server(System.getenv("SMARTQ_SERVER")) // or .account("demo")
            .login(System.getenv("SMARTQ_BASIC_USER"), System.getenv("SMARTQ_BASIC_PASSWORD"))
            .clientId(System.getenv("SMARTQ_CLIENT_ID"))
            .build()) {
      smartq.download(99999, 77777, 55555, 44444, Path.of("downloaded-image.jpg"));
    }
  }
}
