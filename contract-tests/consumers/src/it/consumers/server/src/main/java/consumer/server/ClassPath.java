package consumer.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The jars that a consumer runs with. */
public final class ClassPath {
  /** What README says that a client brings. */
  private static final int JARS = 13;

  private static final long MEGABYTES = 4;

  private ClassPath() {}

  /**
   * Prints how many jars a client brings and how large they are, and fails if README says something
   * else, or if OkHttp or Okio is not the one that the client was made for, or comes twice.
   *
   * @param versions the file names that have to be there, such as {@code okio-jvm-3.18.2.jar}
   */
  public static void report(String client, String... versions) {
    String path = System.getProperty("java.class.path");
    if (path.isEmpty()) path = System.getProperty("jdk.module.path");
    List<Path> jars =
        Stream.of(path.split(File.pathSeparator))
            .map(Path::of)
            .filter(jar -> jar.toString().endsWith(".jar"))
            .filter(jar -> !jar.getFileName().toString().startsWith("server-"))
            .sorted()
            .toList();
    List<String> names = jars.stream().map(jar -> jar.getFileName().toString()).toList();
    List<String> squareUp = names.stream().filter(ClassPath::isOkHttpOrOkio).toList();
    LocalServer.expect(List.of(versions), squareUp);
    long bytes = jars.stream().mapToLong(ClassPath::size).sum();
    System.out.println(
        String.format(Locale.ROOT, "%s: %d jars, %.2f MB", client, jars.size(), bytes / 1e6));
    LocalServer.expect(JARS, jars.size());
    LocalServer.expect(MEGABYTES, Math.round(bytes / 1e6));
  }

  private static boolean isOkHttpOrOkio(String jar) {
    return jar.startsWith("okhttp-") || jar.startsWith("okio-");
  }

  private static long size(Path jar) {
    try {
      return Files.size(jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
