package dev.specwright.benchmarks;

import dev.specwright.mappiness.JsonRows;
import dev.specwright.mappiness.Mappiness;
import java.time.Duration;

/** Reads a streamed export row by row: what {@link Heaps} starts a JVM for. */
final class HeapRun {
  static final String SECRET = "3kkq.pk7d.23wb"; // the page's example

  private HeapRun() {}

  /**
   * Prints how many rows there were.
   *
   * @param arguments the server
   */
  public static void main(String[] arguments) {
    try (Mappiness mappiness =
        Mappiness.builder()
            .server(arguments[0])
            .secret(SECRET)
            .callTimeout(Duration.ofMinutes(5))
            .build()) {
      long count = 0;
      try (JsonRows rows = mappiness.rows(mappiness.exports().listResponses())) {
        while (rows.hasNext()) {
          if (rows.next().startTime() == null) throw new IllegalStateException("A row is empty");
          count++;
        }
      }
      System.out.println(count);
    }
  }
}
