package dev.specwright.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reading a document. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets them.
public class Decode {
  /** The document. */
  @Param public Subject subject;

  /** Who reads. */
  @Param public Readers rival;

  /** How many rows; 0 for the full size. */
  @Param("0")
  public int rows;

  private byte[] document;
  private Reader reader;

  /** Makes the document and the reader. */
  @Setup
  public void setUp() {
    document = rows == 0 ? subject.document() : subject.document(rows);
    reader = rival.reader(subject);
  }

  /** Reads it. */
  @Benchmark
  public Object decode() throws IOException {
    return reader.read(document);
  }
}
