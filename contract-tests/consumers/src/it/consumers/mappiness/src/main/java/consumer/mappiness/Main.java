package consumer.mappiness;

import static consumer.server.LocalServer.expect;

import consumer.server.ClassPath;
import consumer.server.LocalServer;
import dev.specwright.core.RequestRefusedException;
import dev.specwright.mappiness.Mappiness;
import dev.specwright.mappiness.MappinessLink;
import dev.specwright.mappiness.api.ExportsApi.ListResponsesOptions;
import dev.specwright.mappiness.model.ResponseRow;
import dev.specwright.runtime.ApiCall;
import java.io.IOException;
import java.util.List;

/** Calls the API as a user does. */
public final class Main {
  private Main() {}

  /** Takes the file names of OkHttp's and Okio's jars. */
  public static void main(String[] jars) throws IOException {
    call();
    ClassPath.report("specwright-mappiness", jars);
  }

  /** Makes calls, and fails unless they are sent and answered as they should. */
  public static void call() throws IOException {
    String link = "u/3kkq.21f8861d6df137bb07d47c0fec31/mappiness.json";
    try (LocalServer server = LocalServer.start("[{\"happy\":0.620482}]");
        LocalServer links = LocalServer.start("{\"url\":\"https://mappiness.me/" + link + "\"}");
        Mappiness mappiness =
            Mappiness.builder().server(server.url()).secret("3kkq.pk7d.23wb").build();
        Mappiness signing =
            Mappiness.builder()
                .server(links.url())
                .linkServer("https://mappiness.me/")
                .secret("3kkq.pk7d.23wb")
                .build()) {
      List<ResponseRow> rows = mappiness.exports().listResponses().fetch();
      expect(List.of(0.620482), rows.stream().map(ResponseRow::happy).toList());
      expect(List.of("GET /3kkq.pk7d.23wb/mappiness.json"), server.requests());

      ListResponsesOptions negative = ListResponsesOptions.builder().limit(-1).build();
      expect(
          "[Expected at least 0 in query.limit but found -1. Send a larger number.]",
          refusal(mappiness.exports().listResponses(negative)));

      // The operation that signs is found by reflection.
      ApiCall<List<ResponseRow>> responses = signing.exports().listResponses();
      MappinessLink signed = signing.sign(responses);
      expect("https://mappiness.me/" + link, signed.url());
      expect(List.of("GET /get_u/3kkq.pk7d.23wb/mappiness.json"), links.requests());
    }
  }

  /** What is wrong with a call that is not sent: its validator is found by name. */
  private static String refusal(ApiCall<?> call) {
    try {
      call.fetch();
    } catch (RequestRefusedException e) {
      return e.violations().toString();
    }
    throw new AssertionError("Expected a call that is refused but it was made");
  }
}
