package dev.specwright.prism;

import static dev.specwright.prism.Fixtures.GREETINGS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class OrphanTest {
  @Test
  void killedJvmLeavesNoPrism() throws Exception {
    assertPrismEndsWithItsJvm(GREETINGS.toString());
  }

  @Test
  void killedJvmLeavesNoPrismThatIsBusy() throws Exception {
    assertPrismEndsWithItsJvm(GREETINGS.toString(), "/slow?text=" + "a".repeat(60) + "b");
  }

  private static void assertPrismEndsWithItsJvm(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), LoneJvm.class.getName()));
    command.addAll(List.of(arguments));
    Process jvm =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader output = jvm.inputReader()) {
      URI prism = URI.create(assertPresent(output.readLine()));
      ProcessHandle process =
          ProcessHandle.of(Long.parseLong(assertPresent(output.readLine()))).orElseThrow();
      // An open connection ends with the process that holds its other end. The process itself may
      // stay as a zombie, in a container whose first process collects no orphans.
      try (Socket socket = new Socket(prism.getHost(), prism.getPort())) {
        socket.setSoTimeout(30_000);
        jvm.destroyForcibly().waitFor();
        assertEquals(-1, readOrReset(socket));
      } finally {
        process.destroyForcibly();
      }
    } finally {
      jvm.destroyForcibly();
    }
  }

  private static String assertPresent(@Nullable String line) {
    if (line == null) throw new AssertionError("The JVM ended; its errors are in the log.");
    return line;
  }

  private static int readOrReset(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read();
    } catch (SocketException reset) {
      return -1;
    }
  }
}
