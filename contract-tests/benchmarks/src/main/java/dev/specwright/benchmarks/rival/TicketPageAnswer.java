package dev.specwright.benchmarks.rival;

/** What smartQ answers with a page of tickets, as the rivals read it. */
@SuppressWarnings("MemberName") // The JSON names, so that no reader has to map them.
public final class TicketPageAnswer {
  public Object error;
  public TicketPage data;

  public void setError(Object value) {
    error = value;
  }

  public void setData(TicketPage value) {
    data = value;
  }
}
