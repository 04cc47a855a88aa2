package dev.specwright.contract.driver;

import dev.specwright.contract.driver.CredentialPlace.Place;
import dev.specwright.core.ClientBuilder;
import dev.specwright.runtime.ApiDescription;
import dev.specwright.smartq.SmartQ;
import dev.specwright.smartq.api.ApiDocument;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.Credentials;

/** smartQ: a login, and a key in a header or a parameter. */
record SmartqSetup(Map<String, String> variables) implements ClientSetup {
  static final Map<String, String> PLANTED =
      Map.of(
          "SMARTQ_ACCOUNT", "planted-account",
          "SMARTQ_BASIC_USER", "planted.login@example.com",
          "SMARTQ_BASIC_PASSWORD", "planted-password",
          "SMARTQ_CLIENT_ID", "planted-client-id");

  @Override
  public ApiDescription description() {
    return ApiDocument.DESCRIPTION;
  }

  @Override
  public AutoCloseable client(Alternative alternative, Consumer<ClientBuilder<?>> settings) {
    SmartQ.Builder builder = SmartQ.builder().fromEnvironment(variables);
    if (alternative.uses(Place.QUERY)) builder.clientIdAsParameter();
    settings.accept(builder);
    return builder.build();
  }

  @Override
  public String sent(String credential) {
    return credential.equals("basic") ? login() : variable("SMARTQ_CLIENT_ID");
  }

  @Override
  public List<String> secrets() {
    return List.of(
        variable("SMARTQ_BASIC_USER"),
        variable("SMARTQ_BASIC_PASSWORD"),
        login().substring("Basic ".length()),
        variable("SMARTQ_CLIENT_ID"));
  }

  private String login() {
    return Credentials.basic(variable("SMARTQ_BASIC_USER"), variable("SMARTQ_BASIC_PASSWORD"));
  }
}
