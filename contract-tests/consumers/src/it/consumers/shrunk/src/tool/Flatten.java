import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lays out what ProGuard works on, as the tools around R8 do by themselves: the class path as one
 * folder, with the classes that this JDK takes of a jar for several; the rules that are in the
 * jars; and the classes of the JDK.
 */
final class Flatten {
  private static final int OLDEST_VERSION = 9;

  private Flatten() {}

  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[0]);
    Path flat = Files.createDirectories(target.resolve("flat"));
    Path rules = target.resolve("rules.pro");
    Files.deleteIfExists(rules);
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path)) {
        copy(path, flat);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(path)) {
          jar(jar.getPath("/"), flat, rules);
        }
      }
    }
    FileSystem jdk = FileSystems.getFileSystem(URI.create("jrt:/"));
    for (String module : List.of("java.base", "java.logging", "jdk.httpserver")) {
      copy(jdk.getPath("/modules", module), target.resolve("jdk"));
    }
  }

  private static void jar(Path root, Path flat, Path rules) throws IOException {
    copy(root, flat);
    for (int version = OLDEST_VERSION; version <= Runtime.version().feature(); version++) {
      Path classes = root.resolve("META-INF/versions/" + version);
      if (Files.isDirectory(classes)) copy(classes, flat);
    }
    Path own = root.resolve("META-INF/proguard");
    if (!Files.isDirectory(own)) return;
    try (Stream<Path> files = Files.list(own)) {
      for (Path file : files.sorted().toList()) {
        byte[] text = (Files.readString(file) + "\n").getBytes();
        Files.write(rules, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = from.relativize(file).toString();
        if (name.startsWith("META-INF") || name.endsWith("module-info.class")) continue;
        Path copy = to.resolve(name);
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
