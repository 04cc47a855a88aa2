package consumer.shrunk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** Makes the calls of the other consumers. */
public final class Main {
  private Main() {}

  /** Takes the folder that holds what was shrunk. */
  public static void main(String[] folder) throws IOException {
    consumer.mysmark.Main.call();
    consumer.smartq.Main.call();
    consumer.mappiness.Main.call();
    consumer.icommkt.Main.call();
    long before;
    try (Stream<Path> files = Files.walk(Path.of(folder[0], "flat"))) {
      before = files.map(Path::toFile).filter(file -> file.isFile()).mapToLong(f -> f.length()).sum();
    }
    long after = Files.size(Path.of(folder[0], "shrunk.jar"));
    System.out.println(
        String.format(
            Locale.ROOT,
            "All four clients, shrunk: %.2f MB of classes became a jar of %.2f MB",
            before / 1e6,
            after / 1e6));
  }
}
