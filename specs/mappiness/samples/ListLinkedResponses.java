import dev.specwright.mappiness.Mappiness;
import dev.specwright.mappiness.MappinessLink;

/** Uses a link. It goes out as it was signed, byte for byte, and no secret is needed. */
public final class ListLinkedResponses {
  private ListLinkedResponses() {}

  public static void main(String[] args) {
    String server = System.getenv("MAPPINESS_SERVER");
    String path = "/u/" + System.getenv("MAPPINESS_LINK") + "/mappiness.json?include=happy&limit=1";
    try (Mappiness mappiness = Mappiness.builder().server(server).build()) {
      MappinessLink link = MappinessLink.parse(server + path);
      mappiness.open(link).responses().fetch().forEach(System.out::println);
    }
  }
}
