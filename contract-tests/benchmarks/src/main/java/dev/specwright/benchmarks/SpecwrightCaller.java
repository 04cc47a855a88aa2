package dev.specwright.benchmarks;

import dev.specwright.smartq.SmartQ;

/** Calls as users of our client do. */
final class SpecwrightCaller implements Caller {
  private final SmartQ smartQ;

  SpecwrightCaller(String server) {
    smartQ = SmartQ.builder().server(server).login(EMAIL, PASSWORD).clientId(KEY).build();
  }

  @Override
  public Object ticket() {
    return smartQ.tickets().getTicket(99999, 77777).fetch();
  }

  @Override
  public Object tickets() {
    return smartQ.tickets().listTickets(99999).fetch();
  }

  @Override
  public void close() {
    smartQ.close();
  }
}
