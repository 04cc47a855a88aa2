import dev.specwright.smartq.SmartQ;
import dev.specwright.smartq.model.TicketInput;

/** Changes a ticket. Another step would move it. */
public final class UpdateTicket {
  private UpdateTicket() {}

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
              .stepId(88888L)
              .additionalProperty("f3", "some more important info")
              .build();
      System.out.println(smartq.tickets().updateTicket(99999, 77777, input).fetch());
    }
  }
}
