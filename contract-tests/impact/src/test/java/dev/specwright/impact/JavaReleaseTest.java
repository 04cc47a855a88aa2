package dev.specwright.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hand-written classes, and the outline that a release leaves of its jars. */
class JavaReleaseTest {
  private static final String RELEASED =
      """
      package songs;
      import java.util.List;
      import org.jspecify.annotations.Nullable;
      public class Singer {
        public static final int MOST = 3;
        protected final String name;
        int hidden = 5;
        public Singer(String name) { this.name = name; }
        public String name() { return name; }
        public @Nullable String voice() { return null; }
        public List<String> songs(@Nullable String genre) { return List.of(); }
        protected void sing(int times) throws java.io.IOException {}
        void hum() {}
        public interface Listener { void sung(String song); }
        public enum Voice { BASS, TENOR }
        public sealed interface Pitch {}
        public record High(@Nullable String note) implements Pitch {}
        public record Low() implements Pitch {}
      }
      """;

  private static final String MODULE =
      """
      module songs {
        requires transitive org.jspecify;
        requires java.logging;
        exports songs;
      }
      """;

  private final Path folder;

  JavaReleaseTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "int hidden = 5; | long hidden = 5; | NONE |",
        "void hum() {} | | NONE |",
        "return null; | return name; | NONE |",
        "void hum() {} | public void hum() {} | MINOR | `Singer.hum()` is new",
        "BASS, TENOR | BASS, TENOR, ALTO | MINOR | `Singer.Voice.ALTO` is new",
        "public String name() | @Deprecated public String name() | MINOR"
            + " | `Singer.name()` is deprecated",
        "public @Nullable String voice() { return null; } | public String voice() { return name; }"
            + " | MINOR | `Singer.voice()` is, or holds, null no more",
        "public String name() | public @Nullable String name() | MAJOR"
            + " | `Singer.name()` may be null, or hold null, now",
        "List<String> songs( | List<@Nullable String> songs( | MAJOR"
            + " | `Singer.songs(String)` may be null, or hold null, now",
        "songs(@Nullable String genre) | songs(String genre) | MAJOR"
            + " | `Singer.songs(String)` takes no null as `genre` any more",
        "public Singer(String name) { | public Singer(String name, int age) { | MAJOR"
            + " | `new Singer(String)` is `new Singer(String, int)` now",
        "public class Singer | public final class Singer | MAJOR | `Singer`: class now not"
            + " extendable",
        "void sung(String song); | void sung(String song); void booed(); | MAJOR"
            + " | `Singer.Listener.booed()` is new: whoever implements it has to add it",
        "void sung(String song); | void sung(String song); default void booed() {} | MINOR"
            + " | `Singer.Listener.booed()` is new",
        "public enum Voice { BASS, TENOR } | | MAJOR | `Singer.Voice` is gone",
        "protected final String name; | private final String name; | MAJOR"
            + " | `Singer.name`: field less accessible",
        "record High(@Nullable String note) | record High(String note) | MAJOR"
            + " | `new Singer.High(String)` takes no null as `note` any more"
            + " / `Singer.High.note()` is, or holds, null no more",
        "record Low() implements Pitch | record Low() | MAJOR"
            + " | `Singer.Low` is no `Singer.Pitch` any more",
        "class Singer | class Singer<T> | MAJOR | `Singer`: class generic template changed",
        "record Low() | record Low(int hertz) | MAJOR"
            + " | `new Singer.Low()` is `new Singer.Low(int)` now / `Singer.Low.hertz()` is new",
        "public static final int MOST = 3; | | MAJOR | `Singer.MOST` is gone",
      })
  void editCostsJavaUsers(String before, @Nullable String after, Step step, @Nullable String text)
      throws Exception {
    assertTrue(RELEASED.contains(before), before);
    Path old = outline(jar("released", RELEASED));
    Path now = jar("working", RELEASED.replace(before, Objects.requireNonNullElse(after, "")));

    List<JavaChange> changes = changes(old, now);

    assertEquals(step, Step.worst(changes.stream().map(JavaChange::step)), changes.toString());
    assertEquals(
        text == null ? List.of() : List.of(text.split(" / ", -1)),
        changes.stream().map(JavaChange::text).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "requires java.logging; | | NONE |",
        "exports songs; | | MAJOR | Module `songs` does not export `songs` any more",
        "exports songs; | exports songs to java.logging; | MAJOR"
            + " | Module `songs` does not export `songs` any more",
        "requires transitive | requires | MAJOR | Module `songs` does not bring module"
            + " `org.jspecify` any more: require it yourself",
        "requires java.logging | requires transitive java.logging | MINOR"
            + " | Module `songs` brings module `java.logging` now",
        "requires java.logging | requires java.net.http | MINOR"
            + " | Module `songs` needs module `java.net.http` now",
        "requires java.logging | requires static java.net.http | NONE |",
        "module songs | module song | MAJOR | Module `songs` is gone / Module `song` is new",
      })
  void editOfTheModuleCostsJavaUsers(
      String before, @Nullable String after, Step step, @Nullable String text) throws Exception {
    assertTrue(MODULE.contains(before), before);
    Path old = outline(jar("released", RELEASED, MODULE));
    String edited = MODULE.replace(before, Objects.requireNonNullElse(after, ""));
    Path now = jar("working", RELEASED, edited);

    List<JavaChange> changes = changes(old, now);

    assertEquals(step, Step.worst(changes.stream().map(JavaChange::step)), changes.toString());
    assertEquals(
        text == null ? List.of() : List.of(text.split(" / ", -1)),
        changes.stream().map(JavaChange::text).toList());
  }

  @Test
  void returnTypeWithOtherArgumentsIsAnotherType() throws Exception {
    Path old = outline(jar("released", RELEASED));
    Path now = jar("working", RELEASED.replace("List<String> songs(", "List<Integer> songs("));

    assertEquals(
        List.of("`Singer.songs(String)` gives `List<Integer>` now, where it gave `List<String>`"),
        changes(old, now).stream().map(JavaChange::text).toList());
  }

  @Test
  void outlineOfTheSameClassesIsTheSameFile() throws Exception {
    Path jar = jar("released", RELEASED);
    Path first = outline(jar);
    Path second = folder.resolve("second.jar");
    Outline.write(jar, second);

    assertEquals(-1, Files.mismatch(first, second));
  }

  @Test
  void whatWasRecordedIsTheLastRelease() throws Exception {
    Path releases = folder.resolve("releases");
    assertNull(Release.in(releases));
    Path jar = jar("released", RELEASED);
    Path document = Files.writeString(folder.resolve("openapi.yaml"), "openapi: 3.0.3");
    record(
        Map.of("songs", jar, "old-songs", jar), Map.of("old-songs", document), "1.0.0", releases);
    record(Map.of("songs", jar), Map.of("songs", document), "1.1.0", releases);

    Release release = Objects.requireNonNull(Release.in(releases));
    assertEquals(new Version(1, 1, 0), release.version());
    assertEquals(Map.of("songs", releases.resolve("songs-1.1.0.jar")), release.jars());
    assertEquals(Map.of("songs", releases.resolve("songs.yaml")), release.documents());
    assertEquals(-1, Files.mismatch(document, releases.resolve("songs.yaml")));
  }

  @Test
  void snapshotIsNoRelease() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> record(Map.of(), Map.of(), "1.0.0-SNAPSHOT", folder));

    assertEquals(
        "Expected the version of a release but found 1.0.0-SNAPSHOT. Set it with mvn versions:set"
            + " -DnewVersion=1.0.0.",
        e.getMessage());
  }

  @Test
  void twoReleasesAreRefused() throws IOException {
    Files.createFile(folder.resolve("songs-1.0.0.jar"));
    Files.createFile(folder.resolve("core-1.1.0.jar"));

    Exception e = assertThrows(IllegalStateException.class, () -> Release.in(folder));

    assertEquals(
        "Expected the jars of one release in "
            + folder
            + " but found [1.0.0, 1.1.0]. Delete the older ones.",
        e.getMessage());
  }

  private static void record(
      Map<String, Path> jars, Map<String, Path> documents, String version, Path releases)
      throws IOException {
    Release.record(new TreeMap<>(jars), new TreeMap<>(documents), version, releases);
  }

  private static List<JavaChange> changes(Path old, Path now) throws IOException {
    try (ApiClasses before = ApiClasses.open(List.of(old), List.of());
        ApiClasses after = ApiClasses.open(List.of(now), List.of())) {
      return JavaChanges.between(before, after);
    }
  }

  private Path outline(Path jar) throws IOException {
    Path outline = folder.resolve("outline.jar");
    Outline.write(jar, outline);
    return outline;
  }

  /** Compiles a jar of the class, and of a module's descriptor if there is one. */
  private Path jar(String name, String... sources) throws IOException, URISyntaxException {
    Path classes = Files.createDirectories(folder.resolve(name));
    // Only what the sources need: javac looks at every jar of a path.
    String path =
        Path.of(Nullable.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString();
    List<String> options =
        List.of(
            "-d",
            classes.toString(),
            "-parameters",
            "-proc:none",
            sources.length == 1 ? "--class-path" : "--module-path",
            path);
    boolean compiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                null,
                null,
                null,
                options,
                null,
                Stream.of(sources).map(JavaReleaseTest::file).toList())
            .call();
    assertTrue(compiled, String.join("\n", sources));
    return ClientJar.pack(classes, folder.resolve(name + ".jar"));
  }

  private static JavaFileObject file(String source) {
    String name = source.startsWith("module ") ? "module-info" : "Singer";
    return new SimpleJavaFileObject(
        URI.create("memory:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }
}
