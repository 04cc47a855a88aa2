import dev.specwright.mappiness.Mappiness;
import dev.specwright.mappiness.api.ExportsApi.ListResponsesOptions;
import java.util.List;

/** Lists the ten most recent responses: the happiness and all activities of each. */
public final class ListResponses {
  private ListResponses() {}

  public static void main(String[] args) {
    try (Mappiness mappiness =
        Mappiness.builder()
            .server(System.getenv("MAPPINESS_SERVER"))
            .secret(System.getenv("MAPPINESS_API_SECRET"))
            .build()) {
      ListResponsesOptions query =
          ListResponsesOptions.builder().include(List.of("happy", "do_*")).limit(10).build();
      mappiness.exports().listResponses(query).fetch().forEach(System.out::println);
    }
  }
}
