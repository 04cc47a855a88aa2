package dev.specwright.benchmarks;

import java.io.IOException;

/** A client of smartQ, with the same credentials as all others. */
interface Caller extends AutoCloseable {
  /** The one ticket that is asked for. */
  String TICKET = "/api/v1/projects/99999/tickets/77777";

  /** The list that is asked for. */
  String TICKETS = "/api/v1/projects/99999/tickets";

  String EMAIL = "email@domain.com";
  String PASSWORD = "11111";
  String KEY = "example-client-id";

  /** Gets one ticket. */
  Object ticket() throws IOException, InterruptedException;

  /** Gets a page of tickets. */
  Object tickets() throws IOException, InterruptedException;

  @Override
  default void close() {}
}
