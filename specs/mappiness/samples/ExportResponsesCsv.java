import dev.specwright.mappiness.Mappiness;
import dev.specwright.mappiness.api.ExportsApi.ExportResponsesCsvOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import okhttp3.ResponseBody;

/** Saves the responses since 1 May 2011 as CSV. */
public final class ExportResponsesCsv {
  private ExportResponsesCsv() {}

  public static void main(String[] args) throws IOException {
    try (Mappiness mappiness =
        Mappiness.builder()
            .server(System.getenv("MAPPINESS_SERVER"))
            .secret(System.getenv("MAPPINESS_API_SECRET"))
            .build()) {
      ExportResponsesCsvOptions query =
          ExportResponsesCsvOptions.builder().after(Instant.ofEpochSecond(1304204400)).build();
      try (ResponseBody csv = mappiness.exports().exportResponsesCsv(query).fetch()) {
        Files.copy(csv.byteStream(), Path.of("mappiness.csv"));
      }
    }
  }
}
