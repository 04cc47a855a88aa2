package dev.specwright.probe;

import dev.specwright.contract.driver.Content;
import dev.specwright.contract.driver.CredentialPlace;
import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.contract.driver.DocumentedRequest;
import dev.specwright.contract.driver.Driver;
import dev.specwright.contract.driver.ScriptedServer;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The body that a client sends.
 *
 * @param type its media type, with parameters
 * @param bytes the body
 */
record ClientBody(String type, ByteString bytes) {
  /** Calls {@code operation} with {@code value} in the body, and returns what went out. */
  static ClientBody of(
      Api api, DocumentedOperation operation, Content content, @Nullable Object value)
      throws IOException {
    DocumentedRequest request = DocumentedRequest.of(operation).required().withBody(content, value);
    try (ScriptedServer service = new ScriptedServer(api.document(), api.setup());
        Driver driver =
            new Driver(
                api.document(),
                api.setup(),
                service.url(),
                new OkHttpClient(),
                operation.clientWays().get(0))) {
      driver.call(request).fetch();
      RecordedRequest sent = service.received(operation).get(0);
      String type = Objects.requireNonNull(sent.getHeaders().get("Content-Type"));
      return new ClientBody(type, Objects.requireNonNull(sent.getBody()));
    }
  }

  /** Returns the names of what the client fills in. */
  static List<String> credentials(DocumentedOperation operation) {
    return operation.alternatives().stream()
        .flatMap(each -> each.places().stream())
        .map(CredentialPlace::parameter)
        .distinct()
        .toList();
  }
}
