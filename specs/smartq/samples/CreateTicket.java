import dev.specwright.smartq.SmartQ;
import dev.specwright.smartq.model.Ticket;
import dev.specwright.smartq.model.TicketInput;
import java.util.List;

/** Adds a ticket, with the custom field f3. */
public final class CreateTicket {
  private CreateTicket() {}

  public static void main(String[] args) {
    try (SmartQ smartq =
        SmartQ.builder()
            .server(System.getenv("SMARTQ_SERVER")) // or .account("demo")
            .login(System.getenv("SMARTQ_BASIC_USER"), System.getenv("SMARTQ_BASIC_PASSWORD"))
            .clientId(System.getenv("SMARTQ_CLIENT_ID"))
            .build()) {
      TicketInput input =
          TicketInput.builder()
              .name("New Ticket")
              .description("New Ticket Description")
              .stepId(88888L)
              .assignedTo(List.of(1L, 2L))
              .additionalProperty("f3", "some important info")
              .build();
      Ticket created = smartq.tickets().createTicket(99999, input).fetch();
      System.out.println(created);
    }
  }
}
