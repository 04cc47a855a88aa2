package dev.specwright.benchmarks.rival;

import com.dslplatform.json.CompiledJson;
import java.util.List;

/** A page of smartQ tickets as the rivals read it. */
@CompiledJson
@SuppressWarnings("MemberName") // The JSON names, so that no reader has to map them.
public final class TicketPage {
  public List<TicketRow> items;

  public void setItems(List<TicketRow> value) {
    items = value;
  }
}
