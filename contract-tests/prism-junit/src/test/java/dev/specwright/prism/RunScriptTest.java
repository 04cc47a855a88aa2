package dev.specwright.prism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class RunScriptTest {
  /** Of what came into the language since 2015: what one would write here without thinking. */
  private static final Pattern NEW =
      Pattern.compile("=>|[`?#]|,\\s*[)]|\\b(const|let|class|async)\\b");

  @Test
  void oldNodeSaysWhichOneIsNeeded() throws Exception {
    String node = PrismInstallation.find().node();
    String old = "Object.defineProperty(process, 'versions', {value: {node: '12.22.12'}});";
    Process process = new ProcessBuilder(node, "-e", old + RunScript.TEXT, "--", "prism").start();
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(
        said.matches(
            "Prism needs Node 20 or newer, but \\S+ is 12\\.22\\.12\\. Name a newer one with"
                + " -Dspecwright\\.node=/path/to/node or SPECWRIGHT_NODE\\.\\R"),
        said);
    assertEquals(1, process.waitFor());
  }

  /** A program with one word in it that Node does not know is not run at all. */
  @Test
  void oldNodeKnowsEveryWordOfIt() {
    String words = RunScript.TEXT.replaceAll("'[^']*'", "''").replaceAll("(?m)^//.*", "");
    assertFalse(NEW.matcher(words).find(), words);
  }
}
