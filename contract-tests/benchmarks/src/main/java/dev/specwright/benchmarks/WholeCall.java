package dev.specwright.benchmarks;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A whole call on loopback, from the method of the client to the typed answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets them.
public class WholeCall {
  /** Tickets in the answer of 30 kB. */
  static final int TICKETS = 52;

  /** The answer. */
  public enum Size {
    /** One ticket, about 300 bytes. */
    SMALL,
    /** A page of tickets, about 30 kB. */
    LARGE
  }

  /** The answer. */
  @Param public Size subject;

  /** Who calls. */
  @Param public Callers rival;

  private LoopbackServer server;
  private Caller caller;

  /** Returns a server of both answers. */
  static LoopbackServer server() throws IOException {
    return new LoopbackServer(
        Map.of(
            Caller.TICKET, LoopbackServer.Answer.of(Documents.ticketAnswer()),
            Caller.TICKETS, LoopbackServer.Answer.of(Documents.ticketsAnswer(TICKETS))));
  }

  /** Starts the server and makes the client. */
  @Setup
  public void setUp() throws IOException {
    server = server();
    caller = rival.caller(server.url());
  }

  /** Ends both. */
  @TearDown
  public void tearDown() throws IOException {
    caller.close();
    server.close();
  }

  /** Makes the call. */
  @Benchmark
  public Object call() throws IOException, InterruptedException {
    return subject == Size.SMALL ? caller.ticket() : caller.tickets();
  }
}
