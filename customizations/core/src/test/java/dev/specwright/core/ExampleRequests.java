package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.specwright.snippets.Snippets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mockwebserver3.RecordedRequest;

/** Compares the requests that examples make with those that their comments show. */
public final class ExampleRequests {
  private final Map<String, List<String>> shown;
  private final Set<String> hidden;
  private final Set<String> run = new HashSet<>();

  private ExampleRequests(Map<String, List<String>> shown, Set<String> hidden) {
    this.shown = shown;
    this.hidden = hidden;
  }

  /**
   * Returns those of a source.
   *
   * @param hidden the parameters that comments leave out, such as a token that every request has
   */
  public static ExampleRequests of(Path examples, String... hidden) throws IOException {
    return new ExampleRequests(Snippets.requests(examples), Set.of(hidden));
  }

  /** Asserts that {@code requests} are those that the comments of {@code example} show. */
  public void assertSent(String example, List<RecordedRequest> requests) {
    run.add(example);
    assertEquals(
        shown.get(example),
        requests.stream().map(each -> ShownRequest.of(each, hidden)).toList(),
        example);
  }

  /** Asserts that no example was left out, but for {@code others}, which are tested apart. */
  public void assertAllRun(String... others) {
    run.addAll(Arrays.asList(others));
    assertEquals(shown.keySet(), run);
  }
}
