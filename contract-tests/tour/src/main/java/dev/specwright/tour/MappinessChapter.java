package dev.specwright.tour;

import dev.specwright.mappiness.CsvRows;
import dev.specwright.mappiness.Mappiness;
import dev.specwright.mappiness.MappinessLink;
import dev.specwright.mappiness.api.ExportsApi.ExportResponsesCsvOptions;
import dev.specwright.mappiness.api.ExportsApi.ListResponsesOptions;
import dev.specwright.mappiness.model.ResponseRow;
import dev.specwright.runtime.ApiCall;
import java.util.ArrayList;
import java.util.List;

/** Mappiness: the latest response as JSON and CSV, and a link that opens just that. */
final class MappinessChapter {
  /** The mock answers with the vendor's literal link. */
  private static final String LINKED_SERVER = "https://mappiness.me/";

  private MappinessChapter() {}

  static void visit(Guide guide, String server) {
    try (Mappiness mappiness =
        Mappiness.builder()
            .server(server)
            .linkServer(LINKED_SERVER)
            .secret("3kkq.pk7d.23wb")
            .log(guide::request)
            .build()) {
      ApiCall<List<ResponseRow>> latest =
          mappiness
              .exports()
              .listResponses(
                  ListResponsesOptions.builder()
                      .include(List.of("happy"))
                      .limit(1)
                      .callback("setHappiness")
                      .build());
      guide.step("Read the latest response, wrapped as JSON-P", () -> latest.clone().fetch());
      guide.step("Read it as CSV, row by row", () -> csv(mappiness));
      MappinessLink link =
          guide.step("Get a link for exactly the first request", () -> mappiness.sign(latest));
      openWithoutSecret(guide, server, link);
    }
  }

  private static List<ResponseRow> csv(Mappiness mappiness) {
    ApiCall<okhttp3.ResponseBody> call =
        mappiness
            .exports()
            .exportResponsesCsv(
                ExportResponsesCsvOptions.builder().include(List.of("happy")).limit(1).build())
            .header("Prefer", "example=happiness"); // the mock's example of just this request
    List<ResponseRow> rows = new ArrayList<>();
    try (CsvRows csv = mappiness.csvRows(call)) {
      csv.forEachRemaining(rows::add);
    }
    return rows;
  }

  private static void openWithoutSecret(Guide guide, String server, MappinessLink link) {
    try (Mappiness reader =
        Mappiness.builder().server(server).linkServer(LINKED_SERVER).log(guide::request).build()) {
      guide.step("Fetch the same with the link alone", () -> reader.open(link).responses().fetch());
    }
  }
}
