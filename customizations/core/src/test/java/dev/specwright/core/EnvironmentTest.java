package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
  private final List<String> set = new ArrayList<>();

  private Environment notes(Map<String, String> values) {
    return Environment.of(Notes.DESCRIPTION, "NOTES", values)
        .server(value -> set.add("server " + value))
        .variable("account", value -> set.add("account " + value))
        .basic("basic", (user, password) -> set.add("basic " + user + " " + password))
        .scheme("keyParameter", value -> set.add("key " + value))
        .credential("secret", value -> set.add("secret " + value))
        .tokenField("client_id", value -> set.add("id " + value));
  }

  @Test
  void namesVariablesAsTheDocumentNamesCredentials() {
    notes(
            Map.of(
                "NOTES_ACCOUNT", "demo",
                "NOTES_BASIC_USER", "ann",
                "NOTES_BASIC_PASSWORD", "fake-password",
                "NOTES_KEY_PARAMETER", "fake-key",
                "NOTES_SECRET", "fake-secret",
                "NOTES_CLIENT_ID", "fake-id",
                "OTHER_SECRET", "not read"))
        .apply();

    assertEquals(
        List.of(
            "account demo",
            "basic ann fake-password",
            "key fake-key",
            "secret fake-secret",
            "id fake-id"),
        set);
  }

  @Test
  void needsNoServerVariableWhereAServerIsGiven() {
    Environment environment =
        Environment.of(Notes.DESCRIPTION, "NOTES", Map.of("NOTES_SERVER", "https://notes.example"))
            .server(set::add)
            .variable("account", set::add);
    environment.apply();
    assertEquals(List.of("https://notes.example"), set);
  }

  @Test
  void namesAllThatIsMissingAtOnceAndSetsNothing() {
    Environment environment =
        notes(Map.of("NOTES_KEY_PARAMETER", "fake-key", "NOTES_BASIC_USER", " "));

    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, environment::apply);
    assertEquals(
        "Expected the environment variables NOTES_ACCOUNT, NOTES_BASIC_USER, NOTES_BASIC_PASSWORD,"
            + " NOTES_SECRET, NOTES_CLIENT_ID but they were missing or blank. Set what is missing,"
            + " or use the builder's other methods.",
        e.getMessage());
    assertEquals(List.of(), set);
  }

  @Test
  void namesTheOneThatIsMissing() {
    Environment environment =
        Environment.of(Notes.DESCRIPTION, "NOTES", Map.of()).scheme("key", set::add);
    assertEquals(
        "Expected the environment variable NOTES_KEY but it was missing or blank. Set what is"
            + " missing, or use the builder's other methods.",
        assertThrows(IllegalArgumentException.class, environment::apply).getMessage());
  }

  @Test
  void doesNotQuoteAValueThatASettingRefuses() {
    Environment environment =
        Environment.of(Notes.DESCRIPTION, "NOTES", Map.of("NOTES_KEY", "fake-key"))
            .scheme(
                "key",
                value -> {
                  throw new IllegalArgumentException("Expected a number but found " + value + ".");
                });
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, environment::apply);
    assertEquals("NOTES_KEY: Expected a number but found ██.", e.getMessage());
    assertNull(e.getCause());
  }

  @Test
  void namesTheVariableOfAServerThatIsRefused() {
    Environment environment =
        Environment.of(
                Notes.DESCRIPTION, "NOTES", Map.of("NOTES_SERVER", "https://notes.example/?key=k"))
            .server(value -> new NotesClient().server(value));
    assertEquals(
        "NOTES_SERVER: Expected a server of scheme, host and path but found one with a user, query"
            + " or fragment for notes.example. Credentials have setters of their own; leave out the"
            + " rest.",
        assertThrows(IllegalArgumentException.class, environment::apply).getMessage());
  }

  @Test
  void quotesNeitherUserNorPassword() {
    Environment environment =
        Environment.of(
                Notes.DESCRIPTION,
                "NOTES",
                Map.of("NOTES_BASIC_USER", "ann:x", "NOTES_BASIC_PASSWORD", "fake-password"))
            .basic(
                "basic",
                (user, password) -> {
                  throw new IllegalArgumentException(user + " with " + password);
                });
    assertEquals(
        "NOTES_BASIC_USER and NOTES_BASIC_PASSWORD: ██ with ██",
        assertThrows(IllegalArgumentException.class, environment::apply).getMessage());
  }

  @Test
  void knowsOnlyWhatTheDocumentKnows() {
    Environment environment = Environment.of(Notes.DESCRIPTION, "NOTES", Map.of());
    for (Runnable unknown :
        List.<Runnable>of(
            () -> environment.scheme("apiKey", set::add),
            () -> environment.basic("key", (user, password) -> {}),
            () -> environment.credential("apiKey", set::add),
            () -> environment.variable("apiKey", set::add),
            () -> environment.tokenField("apiKey", set::add))) {
      assertThrows(IllegalStateException.class, unknown::run);
    }
  }
}
