package dev.specwright.contract.driver;

import dev.specwright.core.Retries;
import dev.specwright.runtime.ApiDescription;
import dev.specwright.smartq.SmartQ;
import dev.specwright.smartq.api.ApiDocument;
import java.util.List;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;

/** smartQ: a login, and a key in a header or a parameter. */
final class SmartqSetup implements ClientSetup {
  private static final String EMAIL = "planted.login@example.com";
  private static final String PASSWORD = "planted-password";
  private static final String LOGIN = Credentials.basic(EMAIL, PASSWORD);
  private static final String CLIENT_ID = "planted-client-id";

  @Override
  public ApiDescription description() {
    return ApiDocument.DESCRIPTION;
  }

  @Override
  public AutoCloseable client(String server, OkHttpClient http, Alternative alternative) {
    SmartQ.Builder builder =
        SmartQ.builder()
            .login(EMAIL, PASSWORD)
            .clientId(CLIENT_ID)
            .server(server)
            .httpClient(http)
            .retries(Retries.NONE);
    return (alternative.uses(CredentialPlace.Place.QUERY) ? builder.clientIdAsParameter() : builder)
        .build();
  }

  @Override
  public String sent(String credential) {
    return credential.equals("basic") ? LOGIN : CLIENT_ID;
  }

  @Override
  public List<String> secrets() {
    return List.of(EMAIL, PASSWORD, LOGIN.substring("Basic ".length()), CLIENT_ID);
  }
}
