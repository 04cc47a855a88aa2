package dev.specwright.benchmarks;

import java.io.IOException;

/** Makes one call and says so: what {@link ColdStarts} starts a JVM for. */
final class ColdStart {
  static final String DONE = "answered";

  private ColdStart() {}

  /**
   * Makes the call.
   *
   * @param arguments the name of one of {@link Callers}, and the server
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Object answer = Callers.valueOf(arguments[0]).caller(arguments[1]).ticket();
    System.out.println(answer == null ? "no answer" : DONE);
    System.exit(0); // OkHttp keeps threads for a while.
  }
}
