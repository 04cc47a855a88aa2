package dev.specwright.snippets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The Java that a page shows. It is taken from a source that is compiled, from the lines between
 * these markers:
 *
 * <pre>{@code
 * // readme
 * Pet rex = pets.getPet(7).fetch();
 * // GET /pets/7
 * // end
 * }</pre>
 */
public final class Snippets {
  private static final String START = "// readme";
  private static final String END = "// end";
  private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");
  private static final Pattern METHOD = Pattern.compile("^  [^ /@*].* (\\w+)\\(.*");
  private static final Pattern REQUEST =
      Pattern.compile("// ((GET|POST|PUT|DELETE) .*(\n *// {3}.*)*)");

  private Snippets() {}

  /** Returns all Java of a Markdown page, block after block. */
  public static String shown(Path page) throws IOException {
    return BLOCK
        .matcher(Files.readString(page))
        .results()
        .map(block -> block.group(1))
        .collect(Collectors.joining());
  }

  /**
   * Returns all that stands between markers in a source, as far to the left as it goes.
   *
   * @throws IllegalArgumentException if there is a marker too many or too few
   */
  public static String marked(Path source) throws IOException {
    return snippets(source).stream().map(Snippet::text).collect(Collectors.joining());
  }

  /**
   * Returns the requests that the snippets of a source say they make, by the method that they stand
   * in: the comments that begin with an HTTP method. What follows on lines that are indented by
   * three spaces belongs to them, behind a space unless it begins with {@code ?}, {@code &} or a
   * brace:
   *
   * <pre>{@code
   * // POST /pets
   * //   name=Rex
   * //   &kind=dog
   * }</pre>
   */
  public static Map<String, List<String>> requests(Path source) throws IOException {
    Map<String, List<String>> requests = new LinkedHashMap<>();
    for (Snippet snippet : snippets(source)) {
      List<String> said = requests.computeIfAbsent(snippet.method(), name -> new ArrayList<>());
      REQUEST.matcher(snippet.text()).results().map(each -> each.group(1)).forEach(said::add);
    }
    requests.values().forEach(said -> said.replaceAll(Snippets::onOneLine));
    return requests;
  }

  private static String onOneLine(String request) {
    return request.replaceAll("\n *// {3}(?=[?&{])", "").replaceAll("\n *// {3}", " ");
  }

  static List<Snippet> snippets(Path source) throws IOException {
    List<String> lines = Files.readAllLines(source);
    List<Snippet> snippets = new ArrayList<>();
    String method = "";
    int start = -1;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      Matcher declaration = METHOD.matcher(lines.get(i));
      if (declaration.matches()) method = declaration.group(1);
      if (line.equals(START)) {
        require(start < 0, i);
        start = i + 1;
      } else if (line.equals(END)) {
        require(start >= 0, i);
        snippets.add(Snippet.of(method, lines.subList(start, i), start + 1));
        start = -1;
      }
    }
    require(start < 0, lines.size());
    return snippets;
  }

  private static void require(boolean byTurns, int line) {
    if (byTurns) return;
    throw new IllegalArgumentException(
        "Expected " + START + " and " + END + " by turns but not so in line " + (line + 1));
  }

  /**
   * Lines between markers.
   *
   * @param method the method that they stand in
   * @param text the lines
   * @param first the number of the first one in its file, from 1
   * @param last the number of the last one
   */
  record Snippet(String method, String text, long first, long last) {
    static Snippet of(String method, List<String> lines, int first) {
      String text = String.join("\n", lines).stripTrailing().stripIndent();
      return new Snippet(method, text + "\n", first, first + lines.size() - 1L);
    }
  }
}
