import dev.specwright.icommkt.IcommktSurvey;
import dev.specwright.icommkt.Where;
import dev.specwright.icommkt.api.AnswersApi.ListAnswersOptions;
import java.util.List;

/** Lists the answers to a survey up to a time; allAnswers(...) goes through all. */
public final class ListAnswers {
  private ListAnswers() {}

  public static void main(String[] args) {
    try (IcommktSurvey survey =
        IcommktSurvey.builder()
            .server(System.getenv("ICOMMKT_SURVEY_SERVER"))
            .apiKey(System.getenv("ICOMMKT_SURVEY_CLIENT_ID"))
            .apiSecret(System.getenv("ICOMMKT_SURVEY_CLIENT_SECRET"))
            .build()) {
      Where early = Where.of("created_at", "<=", "2025-01-10T09:56:27-0300");
      ListAnswersOptions query =
          ListAnswersOptions.builder().where(List.of(early.forAnswers())).build();
      survey.answers().listAnswers("satisfaccion", query).fetch().forEach(System.out::println);
    }
  }
}
