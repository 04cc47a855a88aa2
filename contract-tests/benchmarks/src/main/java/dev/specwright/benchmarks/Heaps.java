package dev.specwright.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Finds the heap that the rows of a streamed export need. */
final class Heaps {
  /** What both must do with. */
  static final int LIMIT_MB = 32;

  private static final int LEAST_MB = 3;
  private static final long PATIENCE_SECONDS = 120;

  private final Place place;

  private Heaps(Place place) {
    this.place = place;
  }

  /**
   * Measures exports of these sizes, in MB: the least {@code -Xmx} with which one is read, and
   * whether {@value #LIMIT_MB} MB and the JVM's own choice of a collector are enough.
   */
  static List<Measurement> run(Place place, List<Integer> sizes, boolean bisect) {
    Heaps heaps = new Heaps(place);
    List<Measurement> all = new ArrayList<>();
    for (int size : sizes) {
      try (LoopbackServer server = server(size)) {
        String subject = size + "_MB";
        boolean enough = heaps.reads(server, size, LIMIT_MB, List.of());
        all.add(figure(subject, "WITHIN_32_MB", "yes=1", enough ? 1 : 0));
        double least = enough ? LIMIT_MB : Double.POSITIVE_INFINITY;
        if (bisect && enough) least = heaps.least(server, size);
        all.add(figure(subject, "LEAST_HEAP", "mb", least));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  private static Measurement figure(String subject, String rival, String unit, double value) {
    return Measurement.of("heap", subject, rival, unit, List.of(value));
  }

  /**
   * The serial collector uses what it is given to the last megabyte, and always in the same way.
   */
  private int least(LoopbackServer server, int size) {
    int fails = LEAST_MB - 1;
    int reads = LIMIT_MB + 1; // which is never tried, and means: more than the limit
    while (reads - fails > 1) {
      int middle = (reads + fails) / 2;
      if (reads(server, size, middle, List.of("-XX:+UseSerialGC"))) {
        reads = middle;
      } else {
        fails = middle;
      }
    }
    return reads;
  }

  private boolean reads(LoopbackServer server, int size, int heap, List<String> collector) {
    List<String> options = new ArrayList<>(collector);
    options.add("-Xmx" + heap + "m");
    Process process = place.java(options, place.classPath(), HeapRun.class, server.url());
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      if (process.exitValue() != 0) return false;
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a JVM", e);
    }
    String rows = Place.outputOf(process);
    if (!rows.equals(String.valueOf(rows(size)))) {
      throw new IllegalStateException("Expected " + rows(size) + " rows but found " + rows + ".");
    }
    return true;
  }

  // ---- the export: the same thousand rows again and again, as many as make the size

  private static final int BLOCK_ROWS = 1000;
  private static final byte[] BLOCK = block();

  private static byte[] block() {
    byte[] array = Documents.export(BLOCK_ROWS);
    array[array.length - 1] = ',';
    return Arrays.copyOfRange(array, 1, array.length);
  }

  private static int blocks(int size) {
    return (int) Math.ceil(size * 1e6 / BLOCK.length);
  }

  private static long rows(int size) {
    return (long) blocks(size) * BLOCK_ROWS;
  }

  private static LoopbackServer server(int size) throws IOException {
    int blocks = blocks(size);
    return new LoopbackServer(
        Map.of(
            "/" + HeapRun.SECRET + "/mappiness.json",
            new LoopbackServer.Answer() {
              @Override
              public long length() {
                return 1 + (long) blocks * BLOCK.length;
              }

              @Override
              public void writeTo(OutputStream out) throws IOException {
                out.write('[');
                for (int i = 1; i < blocks; i++) out.write(BLOCK);
                out.write(BLOCK, 0, BLOCK.length - 1);
                out.write(']');
              }
            }));
  }
}
