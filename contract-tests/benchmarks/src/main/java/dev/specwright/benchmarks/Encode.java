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

/** Writing the body of a request. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets them.
public class Encode {
  /** The body. */
  @Param public Body subject;

  /** Who writes. */
  @Param public Writers rival;

  private Writers.Writer writer;

  /** Makes the value and the writer. */
  @Setup
  public void setUp() {
    writer = rival.writer(subject);
  }

  /** Writes it. */
  @Benchmark
  public long encode() throws IOException {
    return writer.write();
  }
}
