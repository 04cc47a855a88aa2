package dev.specwright.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The examples of the project's README are those of the clients' READMEs, which each client's own
 * tests compile and run.
 */
class RootReadmeTest {
  private static final Pattern JAVA = Pattern.compile("(?s)```java\n.*?```");
  private static final Pattern CLIENT =
      Pattern.compile("(?m)^\\[[^]]+]\\((customizations/[^)]+)\\):$");

  @Test
  void showsTheCompiledExampleOfEachClient() throws Exception {
    Path root = root();
    String readme = Files.readString(root.resolve("README.md"));
    List<String> clients = CLIENT.matcher(readme).results().map(client -> client.group(1)).toList();
    List<String> shown = blocks(readme);
    assertEquals(4, clients.size());
    assertEquals(clients.size(), shown.size());
    for (int i = 0; i < clients.size(); i++) {
      String own = Files.readString(root.resolve(clients.get(i)).resolve("README.md"));
      assertEquals(blocks(own).get(0), shown.get(i), clients.get(i));
    }
  }

  private static List<String> blocks(String markdown) {
    return JAVA.matcher(markdown).results().map(MatchResult::group).toList();
  }

  private static Path root() throws IOException {
    Path folder = Path.of("").toRealPath();
    while (!Files.isDirectory(folder.resolve("customizations"))) folder = folder.getParent();
    return folder;
  }
}
