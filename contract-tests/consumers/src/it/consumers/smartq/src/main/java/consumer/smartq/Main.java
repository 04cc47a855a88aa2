package consumer.smartq;

import static consumer.server.LocalServer.expect;

import consumer.server.ClassPath;
import consumer.server.LocalServer;
import dev.specwright.core.RequestRefusedException;
import dev.specwright.runtime.ApiCall;
import dev.specwright.smartq.SmartQ;
import dev.specwright.smartq.model.RoleInput;
import dev.specwright.smartq.model.Ticket;
import dev.specwright.smartq.model.TicketInput;
import java.io.IOException;
import java.util.List;

/** Calls the API as a user does. */
public final class Main {
  private Main() {}

  /** Takes the file names of OkHttp's and Okio's jars. */
  public static void main(String[] jars) throws IOException {
    call();
    ClassPath.report("specwright-smartq", jars);
  }

  /** Makes calls, and fails unless they are sent and answered as they should. */
  public static void call() throws IOException {
    try (LocalServer server =
            LocalServer.start("{\"error\":null,\"data\":{\"id\":77777,\"name\":\"New Ticket\"}}");
        SmartQ smartQ =
            SmartQ.builder()
                .server(server.url())
                .login("fake@example.com", "fake-password")
                .clientId("fake-id")
                .build()) {
      TicketInput input =
          TicketInput.builder().name("New Ticket").stepId(88888L).assignedTo(List.of(5L)).build();
      Ticket ticket = smartQ.tickets().createTicket(99999, input).fetch();
      expect("Ticket[id=77777, name=New Ticket]", ticket.toString());
      expect(
          List.of(
              "POST /api/v1/projects/99999/tickets ticket%5Bname%5D=New+Ticket&ticket%5Bstep_id%5D=88888"
                  + "&ticket%5Bassigned_to%5D%5B0%5D=5"),
          server.requests());

      RoleInput tooHigh = RoleInput.builder().name("Tester").accessLevel(6).build();
      expect(
          "[Expected at most 5 in body.role.access_level but found 6. Send a smaller number.]",
          refusal(smartQ.roles().createRole(99999, tooHigh)));
    }
  }

  /** What is wrong with a call that is not sent: its validator is found by name. */
  private static String refusal(ApiCall<?> call) {
    try {
      call.fetch();
    } catch (RequestRefusedException e) {
      return e.violations().toString();
    }
    throw new AssertionError("Expected a call that is refused but it was made");
  }
}
