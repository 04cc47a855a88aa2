package dev.specwright.core;

import static java.util.Objects.requireNonNull;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiDescription;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import org.jspecify.annotations.Nullable;

/** Builds a client of {@link Notes}; waits are recorded instead of made. */
final class NotesClient extends ClientBuilder<NotesClient> {
  final Map<String, Credential> credentials = new LinkedHashMap<>();
  final List<Interceptor> own = new ArrayList<>();
  final List<Duration> waits = new ArrayList<>();

  NotesClient() {
    sleeper((time, call) -> waits.add(time));
  }

  @Override
  protected NotesClient self() {
    return this;
  }

  NotesClient credential(String name, Credential credential) {
    credentials.put(name, credential);
    return this;
  }

  private @Nullable Supplier<ApiCall<Map<String, Object>>> tokenRequest;
  private @Nullable ApiClient made;

  /** Gets its tokens with these keys. */
  NotesClient keys(String id, String secret) {
    tokenRequest = () -> requireNonNull(made).create(Notes.class).createToken(id, secret);
    return this;
  }

  Notes build() {
    return client().create(Notes.class);
  }

  ApiClient client() {
    ApiDescription d = Notes.DESCRIPTION;
    ApiDescription withPages =
        new ApiDescription(
            d.title(),
            d.version(),
            d.server(),
            d.serverVariables(),
            d.securitySchemes(),
            d.errorShape(),
            d.lenient(),
            d.interfaces(),
            (type, annotations, moshi) -> type == Notes.NotePage.class ? new PageAdapter() : null,
            d.validator());
    if (tokenRequest != null) {
      credential(
          "token", accessTokens(Notes.DESCRIPTION, "account", tokenRequest, NotesClient::token));
    }
    ApiClient client = client(withPages, Map.of(), credentials, own);
    made = client;
    return client;
  }

  private static AccessTokens.Token token(Map<String, Object> answer) {
    Duration lifetime =
        answer.get("expires_in") instanceof Long seconds ? Duration.ofSeconds(seconds) : null;
    return new AccessTokens.Token(String.valueOf(answer.get("access_token")), lifetime);
  }

  private static final class PageAdapter extends JsonAdapter<Notes.NotePage> {
    @Override
    public Notes.NotePage fromJson(JsonReader reader) throws IOException {
      List<String> rows = new ArrayList<>();
      Object next = null;
      reader.beginObject();
      while (reader.hasNext()) {
        if (reader.nextName().equals("rows")) {
          reader.beginArray();
          while (reader.hasNext()) rows.add(reader.nextString());
          reader.endArray();
        } else {
          next = reader.readJsonValue();
        }
      }
      reader.endObject();
      return new Notes.NotePage(rows, next);
    }

    @Override
    public void toJson(JsonWriter writer, Notes.@Nullable NotePage value) {
      throw new UnsupportedOperationException();
    }
  }
}
