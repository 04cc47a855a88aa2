package dev.specwright.mappiness;

import dev.specwright.core.FaultMatrix;
import dev.specwright.runtime.ApiCall;
import java.util.List;

/** Everything that may go wrong on the wire; the API only reads. */
class FaultsTest extends FaultMatrix<Mappiness, Mappiness.Builder> {
  @Override
  protected Mappiness.Builder builder() {
    return Mappiness.builder().secret(FakeMappiness.SECRET);
  }

  @Override
  protected Mappiness build(Mappiness.Builder builder) {
    return builder.build();
  }

  @Override
  protected ApiCall<?> read(Mappiness client) {
    return client.exports().listResponses();
  }

  @Override
  protected List<String> secrets() {
    return List.of(FakeMappiness.SECRET);
  }

  @Override
  public String readAnswer() {
    return "[]";
  }

  @Override
  public String error(String text) {
    return "{\"error\":\"" + text + "\"}";
  }
}
