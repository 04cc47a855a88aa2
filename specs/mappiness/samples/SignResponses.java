import dev.specwright.mappiness.Mappiness;
import dev.specwright.mappiness.MappinessLink;
import dev.specwright.mappiness.api.ExportsApi.ListResponsesOptions;
import java.util.List;

/** Gets a link that opens one URL only, for people who must not have the secret. */
public final class SignResponses {
  private SignResponses() {}

  public static void main(String[] args) {
    try (Mappiness mappiness =
        Mappiness.builder()
            .server(System.getenv("MAPPINESS_SERVER"))
            .linkServer("https://mappiness.me") // what links name, also through a mock or a gateway
            .secret(System.getenv("MAPPINESS_API_SECRET"))
            .build()) {
      ListResponsesOptions query =
          ListResponsesOptions.builder()
              .include(List.of("happy"))
              .limit(1)
              .callback("setHappiness") // part of what is signed
              .build();
      MappinessLink link = mappiness.sign(mappiness.exports().listResponses(query));
      System.out.println(link.url()); // whoever has it has this value
    }
  }
}
