package dev.specwright.mappiness;

import dev.specwright.mappiness.api.ExportsApi.ExportResponsesCsvOptions;
import dev.specwright.mappiness.api.ExportsApi.ListResponsesOptions;
import dev.specwright.mappiness.model.ResponseRow;
import dev.specwright.mappiness.model.SignedUrl;
import dev.specwright.runtime.ApiCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import okhttp3.ResponseBody;

/** The examples of GUIDE.md: the lines between the markers. */
final class GuideExample {
  private GuideExample() {}

  static void client() {
    // readme
    Mappiness own = Mappiness.builder().secret("3kkq.pk7d.23wb").build();
    Mappiness forLinks = Mappiness.builder().build(); // opens links, and nothing else
    // end
    own.close();
    forLinks.close();
  }

  static void responses(Mappiness mappiness) {
    // readme
    ListResponsesOptions query =
        ListResponsesOptions.builder()
            .after(Instant.parse("2011-05-01T00:00:00Z")) // before(...) too
            .limit(2)
            .offset(4) // without the four most recent
            .include(List.of("happy", "do_*"))
            .build();
    for (ResponseRow each : mappiness.exports().listResponses(query).fetch()) {
      // GET /3kkq.pk7d.23wb/mappiness.json?after=1304208000&limit=2&offset=4&include=happy,do_*
      System.out.println(each.happy() + " " + each.doWalk());
    }
    // end
  }

  static void pages(Mappiness mappiness) {
    // readme
    ListResponsesOptions ten = ListResponsesOptions.builder().limit(10).build();
    for (ResponseRow each : mappiness.pages(mappiness.exports().listResponses(ten))) {
      // GET /3kkq.pk7d.23wb/mappiness.json?limit=10
      // GET /3kkq.pk7d.23wb/mappiness.json?limit=10&offset=1
      System.out.println(each.startTime());
    }
    // end
  }

  static void rows(Mappiness mappiness) {
    // readme
    try (JsonRows rows = mappiness.rows(mappiness.exports().listResponses())) {
      // GET /3kkq.pk7d.23wb/mappiness.json
      OptionalDouble mean =
          rows.stream()
              .filter(each -> each.happy() != null)
              .mapToDouble(ResponseRow::happy)
              .average();
      System.out.println(mean);
    }
    // end
  }

  static void csv(Mappiness mappiness, Path file) throws IOException {
    // readme
    ExportResponsesCsvOptions query =
        ExportResponsesCsvOptions.builder().include(List.of("start_time", "happy")).build();
    try (CsvRows rows = mappiness.csvRows(mappiness.exports().exportResponsesCsv(query))) {
      // GET /3kkq.pk7d.23wb/mappiness.csv?include=start_time,happy
      System.out.println(rows.columns()); // [start_time, happy]
      while (rows.hasNext()) System.out.println(rows.next().happy());
    }

    try (ResponseBody csv = mappiness.exports().exportResponsesCsv().fetch()) {
      // GET /3kkq.pk7d.23wb/mappiness.csv
      Files.copy(csv.byteStream(), file); // as it is
    }
    // end
  }

  static void kept(ResponseBody csv, ResponseBody json) {
    // readme
    try (CsvRows rows = CsvRows.of(csv)) { // of a body that you have
      System.out.println(rows.next().happy());
    }
    try (JsonRows rows = JsonRows.of(json)) {
      System.out.println(rows.next().happy());
    }
    // end
  }

  static void xlsAndPhotos(Mappiness mappiness, Path workbook, Path picture) throws IOException {
    // readme
    try (ResponseBody xls = mappiness.exports().exportResponsesXls().fetch()) {
      // GET /3kkq.pk7d.23wb/mappiness.xls
      Files.copy(xls.byteStream(), workbook);
    }
    try (ResponseBody photo = mappiness.exports().getPhoto(3).fetch()) {
      // GET /3kkq.pk7d.23wb/private_photos/3.jpg
      Files.copy(photo.byteStream(), picture);
    }
    // end
  }

  static MappinessLink sign(Mappiness mappiness) {
    // readme
    ListResponsesOptions one =
        ListResponsesOptions.builder().limit(1).include(List.of("happy")).build();
    ApiCall<List<ResponseRow>> latest = mappiness.exports().listResponses(one);
    MappinessLink link = mappiness.sign(latest); // the call itself is not made
    // GET /get_u/3kkq.pk7d.23wb/mappiness.json?limit=1&include=happy
    String toGive = link.url(); // https://mappiness.me/u/3kkq.21f8861d6df137bb07d47c0fec31/...
    // end
    System.out.println(toGive.length());
    return link;
  }

  static void open(Mappiness mappiness, String given) {
    // readme
    MappinessLink link = MappinessLink.parse(given);
    System.out.println(link.participant() + " shows " + link.target());
    List<ResponseRow> rows = mappiness.open(link).responses().fetch();
    // GET /u/3kkq.21f8861d6df137bb07d47c0fec31/mappiness.json?limit=1&include=happy
    // end
    System.out.println(rows.size());
  }

  static void openFiles(
      Mappiness mappiness, MappinessLink csv, MappinessLink xls, MappinessLink photo, Path folder)
      throws IOException {
    // readme
    try (CsvRows rows = mappiness.csvRows(mappiness.open(csv).csv())) {
      // GET /u/3kkq.21f8861d6df137bb07d47c0fec31/mappiness.csv
      System.out.println(rows.columns());
    }
    try (ResponseBody workbook = mappiness.open(xls).xls().fetch()) {
      // GET /u/3kkq.21f8861d6df137bb07d47c0fec31/mappiness.xls
      Files.copy(workbook.byteStream(), folder.resolve("mappiness.xls"));
    }
    try (ResponseBody picture = mappiness.open(photo).photo().fetch()) {
      // GET /u/3kkq.a1d9840a7d6e6f9a6c13f2b7802f/private_photos/3.jpg
      Files.copy(picture.byteStream(), folder.resolve("3.jpg"));
    }
    // end
  }

  static void photosOfRows(Mappiness mappiness, Path folder) throws IOException {
    // readme
    for (ResponseRow row : mappiness.exports().listResponses().fetch()) {
      // GET /3kkq.pk7d.23wb/mappiness.json
      if (row.photoUrl() == null) continue;
      MappinessLink link = MappinessLink.parse(row.photoUrl().toString());
      try (ResponseBody photo = mappiness.open(link).photo().fetch()) {
        // GET /u/3kkq.a1d9840a7d6e6f9a6c13f2b7802f/private_photos/3.jpg
        Files.copy(photo.byteStream(), folder.resolve("photo.jpg"));
      }
    }
    // end
  }

  static void generated(Mappiness mappiness, MappinessLink link) {
    // readme
    ApiCall<List<ResponseRow>> linked =
        mappiness.links().listLinkedResponses().tag(MappinessLink.class, link); // as open(link)
    linked.fetch();
    // GET /u/3kkq.21f8861d6df137bb07d47c0fec31/mappiness.json?limit=1&include=happy
    SignedUrl signed = mappiness.signatures().signPhoto(3).fetch(); // as sign(...)
    // GET /get_u/3kkq.pk7d.23wb/private_photos/3.jpg
    // end
    System.out.println(signed);
  }

  static void jsonp(Mappiness mappiness) throws IOException {
    // readme
    ListResponsesOptions query =
        ListResponsesOptions.builder().limit(1).callback("setHappiness").build();
    List<ResponseRow> unwrapped = mappiness.exports().listResponses(query).fetch();
    // GET /3kkq.pk7d.23wb/mappiness.json?limit=1&callback=setHappiness

    try (ResponseBody script = mappiness.signatures().signPhotoJsonp("receiveURL", 3).fetch()) {
      // GET /get_u.receiveURL/3kkq.pk7d.23wb/private_photos/3.jpg
      System.out.println(script.string()); // receiveURL({"url":"..."}); for a browser
    }
    // end
    System.out.println(unwrapped.size());
  }

  static Instant poll(Mappiness mappiness, Instant kept) {
    // readme
    ListResponsesOptions query =
        ListResponsesOptions.builder().include(List.of("start_time_epoch", "happy")).build();
    try (ResponsePoller poller =
        mappiness
            .poller(mappiness.exports().listResponses(query))
            .after(kept) // all responses, unless set
            .every(Duration.ofHours(1)) // 15 minutes unless set
            .build()) {
      System.out.println(poller.next().happy()); // waits until there is one
      // GET /3kkq.pk7d.23wb/mappiness.json?include=start_time_epoch,happy&after=1304204400
      kept = poller.lastStart().orElse(kept); // for another day
    }
    // end
    return kept;
  }

  static void pollInTests(Mappiness mappiness, Clock clock, List<Duration> waits) {
    // readme
    ResponsePoller poller =
        mappiness
            .poller(mappiness.exports().listResponses())
            .clock(clock)
            .sleeper(waits::add) // notes the wait and goes on
            .build();
    // end
    poller.close();
  }

  static void gateway() {
    // readme
    Mappiness mappiness =
        Mappiness.builder()
            .server("https://gateway.example") // requests go there
            .linkServer("https://mappiness.me") // links name this one
            .secret("3kkq.pk7d.23wb")
            .build();
    // end
    mappiness.close();
  }
}
