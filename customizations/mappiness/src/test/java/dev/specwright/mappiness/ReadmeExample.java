package dev.specwright.mappiness;

import dev.specwright.mappiness.api.ExportsApi.ListResponsesOptions;
import dev.specwright.mappiness.model.ResponseRow;
import dev.specwright.runtime.ApiCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.ResponseBody;

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
    ListResponsesOptions query =
        ListResponsesOptions.builder().include(List.of("happy", "do_*")).limit(10).build();
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

  static void workbook(Mappiness mappiness, Path file) throws IOException {
    // readme
    try (ResponseBody workbook = mappiness.exports().exportResponsesXls().fetch()) {
      Files.copy(workbook.byteStream(), file); // as it arrives
    }
    // end
  }

  static void poll(Mappiness mappiness, Instant kept, Consumer<ResponseRow> inbox) {
    // readme
    try (ResponsePoller poller =
        mappiness.poller(mappiness.exports().listResponses()).after(kept).build()) {
      poller.forEachRemaining(inbox); // what is new, every 15 minutes, until poller.close()
    }
    // end
  }

  static Mappiness fromEnvironment(Map<String, String> variables) {
    // readme
    Mappiness mappiness = Mappiness.builder().fromEnvironment(variables).build();
    // MAPPINESS_API_SECRET, usually of System.getenv()
    // end
    return mappiness;
  }
}
