import dev.specwright.mysmark.MySmark;
import dev.specwright.mysmark.model.StepAssignment;
import dev.specwright.mysmark.model.StepReference;
import java.util.List;

/** Assigns two widgets to an object. */
public final class SetObjectSteps {
  private SetObjectSteps() {}

  public static void main(String[] args) {
    try (MySmark mysmark =
        MySmark.builder()
            .server(System.getenv("MYSMARK_SERVER"))
            .clientId(System.getenv("MYSMARK_CLIENT_ID"))
            .clientSecret(System.getenv("MYSMARK_CLIENT_SECRET"))
            .build()) {
      StepAssignment widgets =
          StepAssignment.builder()
              .steps(
                  List.of(
                      StepReference.builder().stepId("54b7c1d2e3f4a5b6c7d8e901").build(),
                      StepReference.builder().stepId("54b7c1d2e3f4a5b6c7d8e902").build()))
              .build();
      mysmark.objects().setObjectSteps(mysmark.owner(), "54321", widgets).fetch();
    }
  }
}
