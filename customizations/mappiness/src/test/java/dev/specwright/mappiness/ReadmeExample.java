package dev.specwright.mappiness;

import dev.specwright.mappiness.api.ExportsApi.ListResponsesQuery;
import dev.specwright.mappiness.model.ResponseRow;
import dev.specwright.runtime.ApiCall;
import java.util.List;

/** The lines of README.md. */
final class ReadmeExample {
  private ReadmeExample() {}

  static Mappiness build() {
    // readme
    Mappiness mappiness = Mappiness.builder().secret("3kkq.pk7d.23wb").build();
    // end
    return mappiness;
  }

  static List<ResponseRow> run(Mappiness mappiness) {
    // readme
    ListResponsesQuery query =
        ListResponsesQuery.builder().include(List.of("happy", "do_*")).limit(10).build();
    ApiCall<List<ResponseRow>> latest = mappiness.exports().listResponses(query);
    for (ResponseRow row : latest.fetch()) System.out.println(row.happy());

    MappinessLink link = mappiness.sign(latest); // opens exactly this request, for whoever has it
    List<ResponseRow> shared = mappiness.open(link).responses().fetch();

    try (CsvRows all = mappiness.csvRows(mappiness.exports().exportResponsesCsv())) {
      all.forEachRemaining(row -> System.out.println(row.startTime())); // in constant memory
    }
    // end
    return shared;
  }
}
