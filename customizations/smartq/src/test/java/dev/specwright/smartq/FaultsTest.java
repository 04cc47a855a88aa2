package dev.specwright.smartq;

import dev.specwright.core.FaultMatrix;
import dev.specwright.runtime.ApiCall;
import dev.specwright.smartq.model.TicketInput;
import java.util.List;

/** Everything that may go wrong on the wire. */
class FaultsTest extends FaultMatrix<SmartQ, SmartQ.Builder> {
  @Override
  protected SmartQ.Builder builder() {
    return SmartQ.builder().login("ann@example.com", "planted-password").clientId("planted-client");
  }

  @Override
  protected SmartQ build(SmartQ.Builder builder) {
    return builder.build();
  }

  @Override
  protected ApiCall<?> read(SmartQ client) {
    return client.users().getMe();
  }

  @Override
  protected ApiCall<?> write(SmartQ client) {
    return client.tickets().createTicket(1, TicketInput.builder().name("New").stepId(1L).build());
  }

  @Override
  protected List<String> secrets() {
    return List.of("planted-password", "planted-client");
  }

  @Override
  public String readAnswer() {
    return "{\"error\":null,\"data\":{\"id\":7}}";
  }

  @Override
  public String error(String text) {
    return "{\"error\":{\"code\":\"broken\",\"message\":\"" + text + "\"},\"data\":null}";
  }
}
