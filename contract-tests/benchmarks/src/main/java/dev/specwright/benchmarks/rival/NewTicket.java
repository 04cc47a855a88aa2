package dev.specwright.benchmarks.rival;

import java.util.List;

/** A ticket to add to smartQ as the rivals write it. */
@SuppressWarnings("MemberName") // The JSON names, so that no writer has to map them.
public final class NewTicket {
  public String name;
  public String description;
  public long step_id;
  public String tags;
  public String required_by;
  public List<Long> assigned_to;
  public int notify_involved;
  public String f3;
  public long f4;
  public List<Long> f5;
}
