package dev.specwright.tour;

import java.io.PrintStream;
import java.util.concurrent.Callable;

/** Shows the steps of the tour: what is done, the requests, and the answer. */
final class Guide {
  private final PrintStream out;
  private int steps;

  Guide(PrintStream out) {
    this.out = out;
  }

  void chapter(String api, Object server) {
    out.printf("%n=== %s, mocked at %s%n", api, server);
  }

  /** Makes one step and shows its answer; a step that fails ends the tour. */
  <T> T step(String what, Callable<T> action) {
    out.printf("%n%d. %s%n", ++steps, what);
    try {
      T answer = action.call();
      out.println("   = " + answer);
      return answer;
    } catch (Exception e) {
      throw new StepFailedException(what, e);
    }
  }

  /** Shows a request or the status of an answer, as the client's log gives it. */
  void request(String text) {
    String arrow = Character.isDigit(text.charAt(0)) ? "   < " : "   > ";
    out.println(arrow + text.replace("\n", "\n   > "));
  }

  int steps() {
    return steps;
  }

  /** A step that did not work. */
  static final class StepFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StepFailedException(String step, Exception cause) {
      super("The step \"" + step + "\" failed: " + cause.getMessage(), cause);
    }
  }
}
