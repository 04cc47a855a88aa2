package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.runtime.ApiException;
import dev.specwright.snippets.Snippets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  @Test
  void examplesAreWhatIsCompiled() throws Exception {
    assertEquals(
        Snippets.marked(Path.of("src/test/java/dev/specwright/core/ReadmeExample.java")),
        Snippets.shown(Path.of("README.md")));
  }

  @Test
  void examplesDoWhatTheySay() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      List<String> told = new ArrayList<>();
      Notes notes =
          new NotesClient()
              .server(server.url("/").toString())
              .credential("token", Credential.of("fake-token"))
              .eventListener(ReadmeExample.timing(told::add))
              .build();
      NotesClient rehearsal = new NotesClient().server(server.url("/").toString());
      List<String> shown = new ArrayList<>();
      ReadmeExample.rehearse(
          rehearsal, new FormBody.Builder().add("text", "hello").build(), shown::add);
      assertTrue(shown.get(0).startsWith("curl -X POST '" + server.url("/notes") + "'"));

      server.enqueue(new MockResponse.Builder().code(404).build());
      ReadmeExample.support(notes, told::add);
      assertEquals(1, told.size());
      server.enqueue(new MockResponse.Builder().code(400).build());
      assertThrows(ApiException.class, () -> ReadmeExample.support(notes, told::add));
      assertEquals(3, told.size());

      for (String page : List.of("[\"a\"]", "[]", "{\"rows\":[\"b\"],\"next\":\"\"}")) {
        server.enqueue(new MockResponse.Builder().body(page).build());
      }
      assertEquals(List.of("a", "b"), ReadmeExample.pages(notes, "p2"));
    }
    ReadmeExample.build(
        new OkHttpClient(), line -> {}, TokenStore.inMemory(), call -> okhttp3.EventListener.NONE);
  }

  @Test
  void exampleOfACallGivesItsValue() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      // The second is of the call that is cancelled, or nobody's.
      for (int i = 0; i < 2; i++) {
        server.enqueue(new MockResponse.Builder().body("{\"id\":7}").build());
      }
      Notes notes =
          new NotesClient()
              .server(server.url("/").toString())
              .credential("token", Credential.of("fake-token"))
              .build();
      assertEquals(Map.of("id", 7L), ReadmeExample.calls(notes));
    }
  }
}
