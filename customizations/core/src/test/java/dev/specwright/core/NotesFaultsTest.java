package dev.specwright.core;

import dev.specwright.runtime.ApiCall;
import java.util.List;
import okhttp3.FormBody;

/** The matrix with a client that has every way of carrying a secret. */
class NotesFaultsTest extends FaultMatrix<ApiClient, NotesClient> {
  @Override
  protected NotesClient builder() {
    return new NotesClient().keys("planted-id", "planted-secret");
  }

  @Override
  protected ApiClient build(NotesClient builder) {
    return builder.client();
  }

  @Override
  protected ApiCall<?> read(ApiClient client) {
    return client.create(Notes.class).getNote("7");
  }

  @Override
  protected ApiCall<?> write(ApiClient client) {
    return client
        .create(Notes.class)
        .createNote(new FormBody.Builder().add("text", "hello").build());
  }

  @Override
  protected List<String> secrets() {
    return List.of("planted-id", "planted-secret");
  }

  @Override
  protected String tokenPath() {
    return "/token";
  }

  @Override
  protected List<String> tokenRefusals() {
    return List.of("invalid_token");
  }

  @Override
  public String readAnswer() {
    return "{\"id\":7}";
  }

  @Override
  public String error(String text) {
    return "{\"error\":\"broken\",\"message\":\"" + text + "\"}";
  }
}
