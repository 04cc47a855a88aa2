package dev.specwright.fuzzing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A search for inputs that fail a fuzz test, by Jazzer, which watches what of the code each input
 * reaches. Jazzer takes one fuzz test per process, so each has a process of its own, as many at a
 * time as there are processors. All that they write is under {@code target/fuzzing}; what they
 * learned stays there until {@code mvn clean}, and the next search goes on from it.
 *
 * <p>A search takes some seconds, or {@code -Dfuzzing.seconds=300}.
 */
public final class FuzzSearch {
  private static final int BUILD_SECONDS = 3;
  private static final int SEARCH_SECONDS = Integer.getInteger("fuzzing.seconds", BUILD_SECONDS);

  /** More than Jazzer needs to start on a machine that has other things to do. */
  private static final int START_SECONDS = 120;

  private static final int INPUT_SECONDS = 30;

  private static final Pattern DONE = Pattern.compile("(?m)^Done (\\d+) runs in \\d+ second");
  private static final Pattern FINDING =
      Pattern.compile("(?ms)^(== Java Exception: .*?|==\\d+== ERROR: .*?)^(?:DEDUP_TOKEN|SUMMARY)");

  private final Class<?> type;
  private final Method method;
  private final Path folder;

  private FuzzSearch(Class<?> type, Method method) {
    this.type = type;
    this.method = method;
    folder = Path.of("target", "fuzzing", type.getName(), method.getName()).toAbsolutePath();
  }

  /**
   * Returns a test for each fuzz test of {@code type}, which fails with the input that fails it.
   */
  public static Stream<DynamicTest> of(Class<?> type) {
    ExecutorService processes =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    List<DynamicTest> tests = new ArrayList<>();
    Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(FuzzTest.class))
        .sorted(Comparator.comparing(Method::getName))
        .forEach(
            method -> {
              FuzzSearch search = new FuzzSearch(type, method);
              Future<String> output = processes.submit(search::run);
              tests.add(
                  DynamicTest.dynamicTest(method.getName(), () -> search.report(output.get())));
            });
    processes.shutdown();
    if (tests.isEmpty()) throw new IllegalArgumentException(type + " has no fuzz tests.");
    return tests.stream();
  }

  /** Returns what Jazzer wrote. */
  private String run() throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("corpus"));
    for (Path old : found()) Files.delete(old);
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process process = builder.start();
    try {
      if (!process.waitFor(SEARCH_SECONDS + START_SECONDS, SECONDS)) {
        throw new AssertionError("The search does not end.\n" + text(output));
      }
      return text(output);
    } finally {
      process.destroyForcibly();
    }
  }

  /** In whatever encoding, since there may be parts of an input in it. */
  private static String text(Path output) throws IOException {
    return new String(Files.readAllBytes(output), UTF_8);
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:+EnableDynamicAgentLoading"));
    if (SEARCH_SECONDS == BUILD_SECONDS) command.add("-XX:TieredStopAtLevel=1");
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + type.getName());
    command.add("--target_method=" + method.getName());
    command.add("--instrumentation_includes=dev.specwright.**");
    command.add("--custom_hook_includes=dev.specwright.**");
    command.add("-max_total_time=" + SEARCH_SECONDS);
    command.add("-timeout=" + INPUT_SECONDS);
    // After mvn clean, builds search the same way each time, as far as they get.
    if (SEARCH_SECONDS == BUILD_SECONDS) command.add("-seed=1");
    command.add("-artifact_prefix=found-");
    command.add("corpus");
    return command;
  }

  private List<Path> found() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("found-")).toList();
    }
  }

  private void report(String output) throws IOException {
    String name = type.getSimpleName() + "." + method.getName();
    List<Path> found = found();
    if (!found.isEmpty()) throw new AssertionError(found(name, found.get(0), output));
    Matcher done = DONE.matcher(output);
    if (!done.find()) throw new AssertionError("Jazzer did not search.\n" + output);
    System.out.println("Jazzer tried " + done.group(1) + " inputs of " + name + ".");
  }

  private String found(String name, Path input, String output) throws IOException {
    String kept = type.getName().replace('.', '/') + "Inputs/" + method.getName();
    Matcher finding = FINDING.matcher(output);
    return String.join(
        "\n",
        "Jazzer found an input that fails " + name + ". In Base64 it is",
        Base64.getEncoder().encodeToString(Files.readAllBytes(input)),
        "To keep it, copy " + input + " to src/test/resources/" + kept + ".",
        finding.find() ? finding.group(1).strip() : output);
  }
}
