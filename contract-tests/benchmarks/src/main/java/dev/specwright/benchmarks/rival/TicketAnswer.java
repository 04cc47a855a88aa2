package dev.specwright.benchmarks.rival;

/** What smartQ answers with a ticket, as the rivals read it. */
@SuppressWarnings("MemberName") // The JSON names, so that no reader has to map them.
public final class TicketAnswer {
  public Object error;
  public TicketRow data;

  public void setError(Object value) {
    error = value;
  }

  public void setData(TicketRow value) {
    data = value;
  }
}
