package dev.specwright.core;

import dev.specwright.runtime.ApiCall;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.HttpUrl;

/** The examples of INSIDE.md: the lines between the markers. */
final class InsideExample {
  private InsideExample() {}

  // readme
  static final class NotesFacade implements AutoCloseable {
    private final ApiClient client;

    private NotesFacade(Builder settings) {
      client = settings.connect(() -> notes().createToken(settings.id, settings.secret));
    }

    Notes notes() { // a generated interface
      return client.create(Notes.class);
    }

    HttpUrl server() {
      return client.server();
    }

    @Override
    public void close() {
      client.close();
    }

    static final class Builder extends ClientBuilder<Builder> {
      private final Map<String, String> variables = new HashMap<>();
      private final Map<String, Credential> credentials = new HashMap<>();
      private String id = "";
      private String secret = "";

      @Override
      protected Builder self() {
        return this;
      }

      Builder fromEnvironment(Map<String, String> values) {
        Environment.of(Notes.DESCRIPTION, "NOTES", values)
            .server(this::server) // NOTES_SERVER, if it is there
            .variable("account", name -> variables.put("account", name)) // NOTES_ACCOUNT
            .basic("basic", this::login) // NOTES_BASIC_USER and NOTES_BASIC_PASSWORD
            .scheme("key", key -> credentials.put("key", Credential.of(key))) // NOTES_KEY
            .credential("secret", this::secret) // NOTES_SECRET, an x-credential
            .tokenField("client_id", value -> id = value) // NOTES_CLIENT_ID
            .tokenField("client_secret", value -> secret = value)
            .apply(); // throws, naming all that is missing
        return this;
      }

      private void login(String user, String password) {
        credentials.put("basic", Credential.basic(user, password));
      }

      private void secret(String value) {
        credentials.put("secret", Credential.of(value));
      }

      NotesFacade build() {
        return new NotesFacade(this);
      }

      private ApiClient connect(Supplier<ApiCall<Map<String, Object>>> request) {
        Credential token = accessTokens(Notes.DESCRIPTION, id, request, Builder::token);
        credentials.put("token", token);
        return client(Notes.DESCRIPTION, variables, credentials, List.of());
      }

      private static AccessTokens.Token token(Map<String, Object> answer) {
        String value = String.valueOf(answer.get("access_token"));
        return new AccessTokens.Token(value, AccessTokens.DEFAULT_LIFETIME); // an hour
      }
    }
  }

  // end

  /** Where somebody keeps a key. */
  interface Vault {
    String read() throws IOException;

    boolean renew();
  }

  static Credential credential(Vault vault) {
    // readme
    Credential fromVault =
        new Credential() {
          @Override
          public String value() throws IOException {
            return vault.read(); // "ID:KEY"
          }

          @Override
          public String value(Call call) throws IOException {
            if (call.isCanceled()) throw new IOException("Canceled"); // nobody waits any more
            return value();
          }

          @Override
          public List<String> secrets(String value) {
            return List.of(value, value.substring(value.indexOf(':') + 1)); // the key alone, too
          }

          @Override
          public boolean discard(String refused) {
            return vault.renew(); // whether another value is there now: one more attempt
          }
        };
    // end
    return fromVault;
  }
}
