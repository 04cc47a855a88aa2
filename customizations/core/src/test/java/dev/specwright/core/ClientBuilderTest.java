package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientBuilderTest {
  @Test
  void takesTheDocumentsServerUnlessAnotherIsSet() {
    assertEquals("https://demo.notes.example/", new NotesClient().client().server().toString());
    assertEquals(
        "https://notes.example/base/",
        new NotesClient().server("https://notes.example/base").client().server().toString());
  }

  @Test
  void refusesAServerWithoutTls() {
    NotesClient client = new NotesClient().server("http://notes.example/?token=fake");

    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, client::client);
    assertEquals(
        "Expected an https server but found http for notes.example. Credentials would travel in"
            + " the clear; use https, or builder().allowCleartext().",
        e.getMessage());
  }

  @Test
  void takesAServerWithoutTlsWhenAllowed() {
    assertEquals(
        "http://notes.example/",
        new NotesClient()
            .server("http://notes.example")
            .allowCleartext()
            .client()
            .server()
            .toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080/", "http://127.0.0.1:8080/", "http://[::1]:80/"})
  void takesThisMachineWithoutTls(String url) {
    assertEquals(okhttp3.HttpUrl.get(url), new NotesClient().server(url).client().server());
  }

  @Test
  void refusesWhatIsNoUrl() {
    NotesClient client = new NotesClient().server("notes.example");

    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, client::client);
    assertEquals(
        "Expected an http or https URL as the server but found something else."
            + " Set it with builder().server(\"https://...\").",
        e.getMessage());
  }

  @Test
  void refusesLessThanOneAttempt() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Retries(
                    0, java.time.Duration.ZERO, java.time.Duration.ZERO, java.time.Duration.ZERO));
    assertEquals(
        "Expected attempts of 1 or more but found 0. Use Retries.NONE for one.", e.getMessage());
  }
}
