package dev.specwright.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Prints what the other tests have counted, behind all of them. A count that is missing fails: then
 * its test did not run.
 */
@Tag("operation-count")
class FiguresTest {
  @Test
  void everyTestHasLeftItsFiguresForEveryDocument() throws IOException {
    List<String> missing = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String kind : List.of("coverage", "auth", "random", "strict")) {
      Apis.names().forEach(api -> names.add(kind + "-" + api));
    }
    names.add("mutations");
    for (String name : names) {
      if (Files.exists(Apis.figures(name))) {
        System.out.print(Files.readString(Apis.figures(name)));
      } else {
        missing.add(name);
      }
    }
    assertEquals(List.of(), missing);
  }
}
