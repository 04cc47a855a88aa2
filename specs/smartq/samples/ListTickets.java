import dev.specwright.smartq.SmartQ;
import dev.specwright.smartq.api.TicketsApi.ListTicketsOptions;

/** Lists the tickets of a project, with their custom fields and the users assigned to them. */
public final class ListTickets {
  private ListTickets() {}

  public static void main(String[] args) {
    try (SmartQ smartq =
        SmartQ.builder()
            .server(System.getenv("SMARTQ_SERVER")) // or .account("demo")
            .login(System.getenv("SMARTQ_BASIC_USER"), System.getenv("SMARTQ_BASIC_PASSWORD"))
            .clientId(System.getenv("SMARTQ_CLIENT_ID"))
            .build()) {
      ListTicketsOptions query =
          ListTicketsOptions.builder().customFields(true).assignedTo(true).build();
      smartq.tickets().listTickets(99999, query).fetch().rows().forEach(System.out::println);
    }
  }
}
