package dev.specwright.mappiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.core.BadAnswerException;
import dev.specwright.mappiness.api.ExportsApi.ExportResponsesCsvOptions;
import dev.specwright.mappiness.model.ResponseRow;
import dev.specwright.runtime.MalformedAnswerException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {
  private static final String JSON =
      """
      [
        {"start_time_epoch": 1306170252, "start_time": "2011/05/23 18:04:12 +0100",
         "noise_50pc": -31.5, "happy": 0.620482, "in_out": "in", "home_work": "home",
         "photo_url":
           "https://mappiness.me/u/3kkq.2727e5a04d8acc225b3320799348/private_photos/8.jpg",
         "photo_landscape": 1, "time_taken": 42, "beep_time": "2011/05/23 18:02:00 +0100",
         "beep_sound": "Chime", "with_friends": 1, "do_work": 0,
         "notes": "Lunch, then\\n\\"a\\" walk", "accuracy_m": 200,
         "latitude": 51.5, "visits": 3, "place": "caf\\u00e9", "code": "007"},
        {"start_time_epoch": 1300018286, "start_time": "2011/03/13 12:11:26 +0000",
         "noise_50pc": -40, "happy": 0.417671, "in_out": "out", "home_work": "other",
         "photo_url": null,
         "photo_landscape": null, "time_taken": null, "beep_time": null,
         "beep_sound": "1e3", "with_friends": 0, "do_work": 1,
         "notes": "", "accuracy_m": null,
         "latitude": null, "visits": -1, "place": "2011-03-13 12:11:26 +0000", "code": ""}
      ]
      """;

  private static final String CSV =
      """
      start_time_epoch,start_time,noise_50pc,happy,in_out,home_work,photo_url,photo_landscape,\
      time_taken,beep_time,beep_sound,with_friends,do_work,notes,accuracy_m,\
      latitude,visits,place,code
      1306170252,2011-05-23 18:04:12 +0100,-31.5,0.620482,in,home,\
      https://mappiness.me/u/3kkq.2727e5a04d8acc225b3320799348/private_photos/8.jpg,1,\
      42,2011-05-23 18:02:00 +0100,Chime,1,0,"Lunch, then
      ""a"" walk",200,51.5,3,café,007
      1300018286,2011-03-13 12:11:26 +0000,-40,0.417671,out,other,,,\
      ,,1e3,0,1,"",,,-1,2011-03-13 12:11:26 +0000,""
      """;

  private FakeMappiness fake;
  private Mappiness mappiness;

  @BeforeEach
  void start() throws Exception {
    fake = new FakeMappiness();
    mappiness = fake.client();
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private static List<ResponseRow> csv(String text) {
    try (CsvRows rows = CsvRows.of(FakeMappiness.csv(text))) {
      return rows.stream().toList();
    }
  }

  private static String failure(Runnable reading) {
    UncheckedIOException e = assertThrows(UncheckedIOException.class, reading::run);
    assertInstanceOf(MalformedAnswerException.class, e.getCause());
    return String.valueOf(e.getMessage());
  }

  // ---- both formats

  @Test
  void csvGivesTheSameRowsAsJson() throws Exception {
    fake.json(JSON).answer("text/csv", CSV).json(JSON);

    List<ResponseRow> decoded = mappiness.exports().listResponses().fetch();
    List<ResponseRow> fromCsv;
    try (CsvRows rows = mappiness.csvRows(mappiness.exports().exportResponsesCsv())) {
      fromCsv = rows.stream().toList();
    }
    List<ResponseRow> fromJson;
    try (JsonRows rows = mappiness.rows(mappiness.exports().listResponses())) {
      fromJson = rows.stream().toList();
    }

    assertEquals(decoded, fromCsv);
    assertEquals(decoded, fromJson);
    assertEquals(
        List.of(
            "/3kkq.pk7d.23wb/mappiness.json",
            "/3kkq.pk7d.23wb/mappiness.csv",
            "/3kkq.pk7d.23wb/mappiness.json"),
        List.of(
            fake.request().getTarget(), fake.request().getTarget(), fake.request().getTarget()));
  }

  @Test
  void valuesHaveTheirTypes() {
    ResponseRow row = csv(CSV).get(0);
    assertEquals(Instant.parse("2011-05-23T17:04:12Z"), row.startTimeEpoch());
    assertEquals(OffsetDateTime.parse("2011-05-23T18:04:12+01:00"), row.startTime());
    assertEquals(-31.5, row.noise50pc());
    assertEquals(true, row.photoLandscape());
    assertEquals(
        URI.create("https://mappiness.me/u/3kkq.2727e5a04d8acc225b3320799348/private_photos/8.jpg"),
        row.photoUrl());
    assertEquals("Lunch, then\n\"a\" walk", row.notes());
    assertEquals(
        Map.of(
            "latitude",
            new java.math.BigDecimal("51.5"),
            "visits",
            3L,
            "place",
            "café",
            "code",
            "007"),
        row.additionalProperties());
  }

  @Test
  void emptyCellIsMissingAndQuotationMarksAreAnEmptyString() {
    ResponseRow row = csv("home_work,notes,beep_sound\n,\"\",\n").get(0);
    assertEquals("", row.notes());
    assertEquals(null, row.beepSound());
    assertTrue(row.hasBeepSound());
    assertEquals(null, row.homeWork());
  }

  // ---- CSV

  @Test
  void textThatLooksLikeANumberKeepsItsDigits() {
    List<String> notes =
        csv("notes\n1.50\n-0\n1e5\n12345678901234567890\n007\n+1\ntrue\nnull\n").stream()
            .map(ResponseRow::notes)
            .toList();
    assertEquals(
        List.of("1.50", "-0", "1e5", "12345678901234567890", "007", "+1", "true", "null"), notes);
  }

  @Test
  void quotationMarkOutsideOfQuotationMarksIsACharacter() {
    assertEquals("say \"hi\"", csv("notes\nsay \"hi\"\n").get(0).notes());
  }

  @Test
  void lastLineFeedMayBeMissingAndLinesMayEndInTwoCharacters() {
    assertEquals(2, csv("happy,notes\r\n0.1,a\r\n0.2,\"b\"\r\n").size());
    assertEquals("b", csv("happy,notes\n0.1,a\n0.2,b").get(1).notes());
    assertEquals("a", csv("\uFEFFnotes\r\na\r\n").get(0).notes());
  }

  @Test
  void emptyLineIsARowOfOneMissingValue() {
    List<ResponseRow> rows = csv("notes\na\n\nb\n");
    assertEquals(3, rows.size());
    assertEquals(null, rows.get(1).notes());
  }

  @Test
  void headerAloneMeansNoRows() {
    assertEquals(List.of(), csv("happy,notes\n"));
    assertEquals(List.of(), csv("happy,notes"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.620482\n0.417671\n",
        "1\n0\n",
        "2011-05-23 18:04:12 +0100,0.620482,home\n",
        "happy,happy\n1,2\n",
        "happy,\n1,2\n",
        "\nhappy\n",
        "<!DOCTYPE html>\n",
        "{\"error\":\"bad_secret\"}"
      })
  void firstLineThatIsNoHeaderIsRefused(String text) {
    assertEquals(
        "Expected the names of the columns in line 1 but found something else, perhaps a response",
        failure(() -> csv(text)));
  }

  @Test
  void nothingAtAllIsRefused() {
    assertEquals(
        "Expected the names of the columns in line 1 but found nothing", failure(() -> csv("")));
  }

  @Test
  void firstLineMustHoldTheColumnsThatWereAskedFor() {
    ExportResponsesCsvOptions query =
        ExportResponsesCsvOptions.builder().include(List.of("home_work", "do_*")).build();
    fake.answer("text/csv", "home_work,do_work,do_eat\nhome,0,1\n")
        .answer("text/csv", "home\nwork\n");

    try (CsvRows rows = mappiness.csvRows(mappiness.exports().exportResponsesCsv(query))) {
      assertEquals(List.of("home_work", "do_work", "do_eat"), rows.columns());
      assertEquals(true, rows.next().doEat());
    }
    assertEquals(
        "exportResponsesCsv: GET "
            + fake.url("██/mappiness.csv?include=home_work,do_*")
            + " got an answer that does not fit the document, status 200: Expected the names of the"
            + " columns in line 1 but found something else, perhaps a response",
        assertThrows(
                BadAnswerException.class,
                () -> mappiness.csvRows(mappiness.exports().exportResponsesCsv(query)))
            .getMessage());
  }

  @Test
  void columnsAskedForByALinkAreThoseOfTheLink() {
    fake.answer("text/csv", "home\nwork\n");
    OpenedLink opened =
        mappiness.open(fake.link(FakeMappiness.HAPPY, "mappiness.csv?include=home_work"));
    assertThrows(BadAnswerException.class, () -> mappiness.csvRows(opened.csv()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "happy,notes;0.1,a;0.2 | Expected 2 cells in line 3 but found 1",
        "happy;0.1;0.2,x | Expected 1 cells in line 3 but found 2",
        "notes;\"a;b\";\"c,d | Expected the end of a string in quotation marks but found the end of"
            + " the answer, in the row that begins in line 4",
        "notes;\"a\"b | Expected a comma or a line feed but found something else, in the row that"
            + " begins in line 2",
        "happy;0.1;secret plan | Expected responses as CSV but found something else in line 3 at"
            + " $.happy",
        "happy;NaN | Expected responses as CSV but found something else in line 2 at $.happy",
        "do_work;2 | Expected responses as CSV but found something else in line 2 at $.do_work"
      })
  void lineThatDoesNotFitIsNamedAndNotShown(String text, String message) {
    assertEquals(message, failure(() -> csv(text.replace(';', '\n'))));
  }

  @Test
  void rowsBeforeTheBadOneAreGood() {
    CsvRows rows = CsvRows.of(FakeMappiness.csv("happy\n0.1\nx\n0.3\n"));
    assertEquals(0.1, rows.next().happy());
    assertThrows(UncheckedIOException.class, () -> rows.next());
    assertFalse(rows.hasNext());
  }

  @Test
  void endlessLineIsRefused() {
    fake.large("text/csv", "notes\n", "x".repeat(1000), "", "\n");
    try (CsvRows rows = mappiness.csvRows(mappiness.exports().exportResponsesCsv())) {
      assertEquals(
          "exportResponsesCsv: GET "
              + fake.url("██/mappiness.csv")
              + " got an answer that does not fit the document, status 200: Expected the end of a"
              + " row but found 4194304 bytes without one, in the row that begins in line 2",
          assertThrows(BadAnswerException.class, () -> rows.forEachRemaining(each -> {}))
              .getMessage());
    }
  }

  @Test
  void largeCsvIsNeverHeldInMemory() {
    String row = "0.5," + "x".repeat(4000);
    fake.large("text/csv", "happy,notes\n", row, "\n", "\n");
    try (CsvRows rows = mappiness.csvRows(mappiness.exports().exportResponsesCsv())) {
      assertEquals(FakeMappiness.LARGE / row.length(), rows.stream().count());
    }
  }
}
