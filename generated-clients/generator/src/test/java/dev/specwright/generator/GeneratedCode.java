package dev.specwright.generator;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** What the generator makes of a document: the sources, and their compiled classes to call. */
final class GeneratedCode {
  private static final List<String> STRICT =
      List.of("-Xlint:all,-processing,-classfile", "-Werror");
  private static final Path WORK = Path.of("target", "generated-code").toAbsolutePath();

  private final Path classes;
  private final Map<String, String> sources;

  private GeneratedCode(Path classes, Map<String, String> sources) {
    this.classes = classes;
    this.sources = sources;
  }

  /** Generates from {@code document}, and compiles the result without a warning. */
  static GeneratedCode of(String document) {
    try {
      Map<String, String> sources = sources(document);
      Path classes = Files.createTempDirectory(WORK, "classes");
      compile(classes, sources, STRICT);
      return new GeneratedCode(classes, sources);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Generates from {@code document}; the sources by their path, without compiling them. */
  static Map<String, String> sources(String document) throws IOException {
    return read(generate(document, Map.of()).resolve("java/generated"));
  }

  /** Generates from {@code document} with options besides the usual; all files by their path. */
  static Map<String, String> files(String document, Map<String, String> options)
      throws IOException {
    return read(generate(document, options));
  }

  private static Path generate(String document, Map<String, String> options) throws IOException {
    Path directory = directory();
    generate(document, directory, options);
    return directory;
  }

  /** Returns a new folder to generate into. */
  static Path directory() throws IOException {
    return Files.createTempDirectory(Files.createDirectories(WORK), "client");
  }

  /** Generates from {@code document} into {@code directory}, whatever is there. */
  static void generate(String document, Path directory, Map<String, String> options)
      throws IOException {
    Path file = Files.writeString(directory.resolve("openapi.yaml"), document);
    CodegenConfigurator configurator =
        new CodegenConfigurator()
            .setGeneratorName("retrofit-moshi")
            .setInputSpec(file.toString())
            .setOutputDir(directory.toString())
            .setApiPackage("generated.api")
            .setInvokerPackage("generated.api")
            .setModelPackage("generated.model")
            .addAdditionalProperty("sourceFolder", "java");
    options.forEach(configurator::addAdditionalProperty);
    DefaultGenerator generator = new DefaultGenerator();
    generator.setGenerateMetadata(false);
    generator.opts(configurator.toClientOptInput()).generate();
  }

  /** Returns all files of a folder by their path in it. */
  static Map<String, String> read(Path root) throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path source : files.filter(Files::isRegularFile).toList()) {
        sources.put(root.relativize(source).toString(), Files.readString(source));
      }
    }
    return sources;
  }

  /** Returns the message with which the generator refuses {@code document}. */
  static String refusalOf(String document) throws IOException {
    try {
      sources(document);
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof UnsupportedDocumentException)
          return String.valueOf(cause.getMessage());
      }
      throw e;
    }
    return "not refused";
  }

  /** A generated file, such as {@code model/Pet.java}. */
  String source(String path) {
    String source = sources.get(path);
    if (source == null) throw new AssertionError(path + " is not among " + sources.keySet());
    return source;
  }

  /** The paths of all generated files. */
  List<String> paths() {
    return List.copyOf(sources.keySet());
  }

  /** Runs {@code body}, the body of {@link Snippet#run}, with the generated code. */
  @Nullable Object run(HttpUrl server, String body) {
    String source =
        """
        package snippet;

        import com.squareup.moshi.*;
        import dev.specwright.runtime.*;
        import generated.api.*;
        import generated.model.*;
        import java.math.BigDecimal;
        import java.time.*;
        import java.util.*;
        import okhttp3.MultipartBody;
        import okhttp3.RequestBody;
        import okhttp3.ResponseBody;

        public final class Run extends dev.specwright.generator.Snippet {
          public Run(okhttp3.HttpUrl server) {
            super(server, ApiDocument.DESCRIPTION);
          }

          @Override
          public Object run() throws Exception {
            %s
          }
        }
        """
            .formatted(body);
    try {
      Path own = Files.createTempDirectory(WORK, "snippet");
      compile(
          own,
          Map.of("Run.java", source),
          List.of("-cp", classes + File.pathSeparator + classPath(), "-nowarn"));
      try (URLClassLoader loader =
          new URLClassLoader(new URL[] {url(classes), url(own)}, getClass().getClassLoader())) {
        Class<?> run = loader.loadClass("snippet.Run");
        Snippet snippet = (Snippet) run.getConstructor(HttpUrl.class).newInstance(server);
        return snippet.run();
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Runs {@code body} without a server. */
  @Nullable Object run(String body) {
    return run(HttpUrl.get("https://example.invalid/"), body);
  }

  private static URL url(Path directory) throws IOException {
    return directory.toUri().toURL();
  }

  private static String classPath() {
    return Objects.requireNonNull(System.getProperty("java.class.path"));
  }

  /** Compiles {@code sources} with options besides the usual. */
  static void compile(Path output, Map<String, String> sources, List<String> options)
      throws IOException {
    List<JavaFileObject> files = new ArrayList<>();
    sources.forEach(
        (path, text) ->
            files.add(
                new SimpleJavaFileObject(URI.create("memory:///" + path), source()) {
                  @Override
                  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return text;
                  }
                }));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> all = new ArrayList<>(List.of("-d", output.toString(), "--release", "17"));
    if (!options.contains("-cp")) all.addAll(List.of("-cp", classPath()));
    all.addAll(options);
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      if (!compiler.getTask(messages, manager, null, all, null, files).call()) {
        throw new AssertionError(messages + "\n" + sources);
      }
    }
  }

  private static JavaFileObject.Kind source() {
    return JavaFileObject.Kind.SOURCE;
  }
}
