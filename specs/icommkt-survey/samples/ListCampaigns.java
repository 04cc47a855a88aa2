import dev.specwright.icommkt.IcommktSurvey;
import dev.specwright.icommkt.OrderBy;
import dev.specwright.icommkt.api.CampaignsApi.ListCampaignsOptions;

/** Lists the newest surveys with their questions; allCampaigns() goes through all. */
public final class ListCampaigns {
  private ListCampaigns() {}

  public static void main(String[] args) {
    try (IcommktSurvey survey =
        IcommktSurvey.builder()
            .server(System.getenv("ICOMMKT_SURVEY_SERVER"))
            .apiKey(System.getenv("ICOMMKT_SURVEY_CLIENT_ID"))
            .apiSecret(System.getenv("ICOMMKT_SURVEY_CLIENT_SECRET"))
            .build()) {
      ListCampaignsOptions query =
          ListCampaignsOptions.builder()
              .showQuestions(true)
              .orderBy(OrderBy.descending("created_at"))
              .limit(10)
              .build();
      survey.campaigns().listCampaigns(query).fetch().forEach(System.out::println);
    }
  }
}
