import dev.specwright.icommkt.IcommktSurvey;
import dev.specwright.icommkt.model.Question;

/** Gets a question with its options. */
public final class GetQuestion {
  private GetQuestion() {}

  public static void main(String[] args) {
    try (IcommktSurvey survey =
        IcommktSurvey.builder()
            .server(System.getenv("ICOMMKT_SURVEY_SERVER"))
            .apiKey(System.getenv("ICOMMKT_SURVEY_CLIENT_ID"))
            .apiSecret(System.getenv("ICOMMKT_SURVEY_CLIENT_SECRET"))
            .build()) {
      Question question = survey.questions().getQuestion("1842").fetch();
      System.out.println(question);
    }
  }
}
