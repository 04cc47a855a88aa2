package consumer.mysmark;

import static consumer.server.LocalServer.expect;

import consumer.server.ClassPath;
import consumer.server.LocalServer;
import dev.specwright.core.RequestRefusedException;
import dev.specwright.mysmark.MySmark;
import dev.specwright.mysmark.model.SmarkCreation;
import dev.specwright.mysmark.model.SmarkObject;
import dev.specwright.runtime.ApiCall;
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

      SmarkCreation thirtyTwo = SmarkCreation.builder().refObject(1L).emotion(32).build();
      expect(
          "[Expected at most 31 in body.emotion but found 32. Send a smaller number.]",
          refusal(mysmark.users().createUserSmark("me", "7", thirtyTwo)));
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
