package consumer.mysmark;

import static consumer.server.LocalServer.expect;

import consumer.server.ClassPath;
import consumer.server.LocalServer;
import dev.specwright.mysmark.MySmark;
import dev.specwright.mysmark.model.SmarkObject;
import java.io.IOException;
import java.util.List;

/** Calls the API as a user does. */
public final class Main {
  private Main() {}

  /** Takes the file names of OkHttp's and Okio's jars. */
  public static void main(String[] jars) throws IOException {
    call();
    ClassPath.report("specwright-mysmark", jars);
  }

  /** Makes calls, and fails unless they are sent and answered as they should. */
  public static void call() throws IOException {
    try (LocalServer server =
            LocalServer.start(
                "{\"access_token\":\"fake-token\"}",
                "{\"objects\":[{\"name\":\"Web Summit\"},{\"name\":\"Expo\"}],\"page\":\"\"}");
        MySmark mysmark =
            MySmark.builder()
                .server(server.url())
                .clientId("fake-id")
                .clientSecret("fake-secret")
                .build()) {
      List<String> names = mysmark.allObjects().stream().map(SmarkObject::name).toList();
      expect(List.of("Web Summit", "Expo"), names);
      expect("GET /api/me/objects?oauth_token=fake-token", server.requests().get(1));
    }
  }
}
