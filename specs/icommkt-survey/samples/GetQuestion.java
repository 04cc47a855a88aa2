import dev.specwright.icommkt.IcommktSurvey;
import dev.specwright.icommkt.model.Question;

/** Gets a question with its options. */
public final class GetQuestion {
  private GetQuestion() {}

  public static void main(String[] args) {
    try (IcommktSurvey survey =
        IcommktSurvey.builder()
            .server(System.getenv("SURVEY_URL"))
            .apiKey(System.getenv("SURVEY_API_KEY"))
            .apiSecret(System.getenv("SURVEY_API_SECRET"))
            .build()) {
      Question question = survey.questions().getQuestion("1842").fetch();
      System.out.println(question);
    }
  }
}
