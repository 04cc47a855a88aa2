package dev.specwright.core;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.driver.FuzzedDataProviderImpl;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import okio.Buffer;
import org.junit.jupiter.api.DynamicTest;

/**
 * A short search in every build: each fuzz test of a class with thousands of changed copies of its
 * kept inputs, the same ones each time. The long search is Jazzer's.
 */
public final class Mutations {
  private static final int RUNS = 3000;
  private static final int LONGEST = 4096;

  /** What the parsers take for more than a letter. */
  private static final String SPECIAL = "\"'\\,;:=&%/.?#()[]{}\r\n\t\0 -+_~0129aAzZeE\u00e9\u2028";

  private final Random random;
  private final List<byte[]> kept;

  private Mutations(Random random, List<byte[]> kept) {
    this.random = random;
    this.kept = kept;
  }

  /** Returns a test for each fuzz test of {@code fuzzed}. */
  public static Stream<DynamicTest> of(Object fuzzed) {
    return Arrays.stream(fuzzed.getClass().getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(FuzzTest.class))
        .sorted(Comparator.comparing(Method::getName))
        .map(method -> DynamicTest.dynamicTest(method.getName(), () -> run(fuzzed, method)));
  }

  private static void run(Object fuzzed, Method method) throws Exception {
    Random random = new Random(method.getName().hashCode());
    Mutations mutations = new Mutations(random, kept(fuzzed.getClass(), method));
    method.setAccessible(true);
    boolean structured = method.getParameterTypes()[0] == FuzzedDataProvider.class;
    for (int i = 0; i < RUNS; i++) {
      byte[] input = mutations.next();
      try {
        if (structured) {
          try (FuzzedDataProviderImpl data = FuzzedDataProviderImpl.withJavaData(input)) {
            method.invoke(fuzzed, data);
          }
        } else {
          method.invoke(fuzzed, (Object) input);
        }
      } catch (InvocationTargetException e) {
        throw new AssertionError(
            "Input " + i + " fails; in Base64 it is " + Base64.getEncoder().encodeToString(input),
            e.getCause());
      }
    }
  }

  private static List<byte[]> kept(Class<?> type, Method method)
      throws IOException, URISyntaxException {
    List<byte[]> kept = new ArrayList<>();
    URL folder = type.getResource(type.getSimpleName() + "Inputs/" + method.getName());
    if (folder == null) throw new IllegalStateException(method + " has no kept inputs.");
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      for (Path file : files.sorted().toList()) kept.add(Files.readAllBytes(file));
    }
    return kept;
  }

  private byte[] next() {
    byte[] input = any();
    for (int changes = random.nextInt(5); changes >= 0; changes--) input = changed(input);
    return input.length <= LONGEST ? input : Arrays.copyOf(input, LONGEST);
  }

  private byte[] any() {
    return kept.get(random.nextInt(kept.size()));
  }

  private byte[] changed(byte[] input) {
    int at = random.nextInt(input.length + 1);
    int end = at + random.nextInt(input.length - at + 1);
    Buffer before = new Buffer().write(input, 0, at);
    return switch (random.nextInt(6)) {
      case 0 -> before.write(special()).write(input, at, input.length - at).readByteArray();
      case 1 -> before.write(special()).write(input, end, input.length - end).readByteArray();
      case 2 -> before.write(input, end, input.length - end).readByteArray();
      case 3 ->
          before.write(input, at, end - at).write(input, at, input.length - at).readByteArray();
      case 4 -> before.write(any()).readByteArray();
      default ->
          before.writeByte(random.nextInt()).write(input, at, input.length - at).readByteArray();
    };
  }

  private byte[] special() {
    int at = random.nextInt(SPECIAL.length());
    return SPECIAL.substring(at, at + 1).getBytes(StandardCharsets.UTF_8);
  }
}
