import dev.specwright.mappiness.Mappiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.ResponseBody;

/** Saves photo 3. */
public final class GetPhoto {
  private GetPhoto() {}

  public static void main(String[] args) throws IOException {
    try (Mappiness mappiness =
        Mappiness.builder()
            .server(System.getenv("MAPPINESS_SERVER"))
            .secret(System.getenv("MAPPINESS_API_SECRET"))
            .build()) {
      try (ResponseBody photo = mappiness.exports().getPhoto(3).fetch()) {
        Files.copy(photo.byteStream(), Path.of("3.jpg"));
      }
    }
  }
}
