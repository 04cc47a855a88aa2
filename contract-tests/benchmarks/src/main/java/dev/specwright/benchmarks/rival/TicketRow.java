package dev.specwright.benchmarks.rival;

import com.dslplatform.json.CompiledJson;
import java.util.Map;

/** A ticket of smartQ as the rivals read it. */
@CompiledJson
@SuppressWarnings("MemberName") // The JSON names, so that no reader has to map them.
public final class TicketRow {
  public long id;
  public long project_id;
  public String name;
  public String description;
  public long step_id;
  public String tags;
  public String required_by;
  public Object assigned_to;
  public String insert_time;
  public String update_time;
  public Map<String, Object> custom_fields;

  public void setId(long value) {
    id = value;
  }

  public void setProject_id(long value) {
    project_id = value;
  }

  public void setName(String value) {
    name = value;
  }

  public void setDescription(String value) {
    description = value;
  }

  public void setStep_id(long value) {
    step_id = value;
  }

  public void setTags(String value) {
    tags = value;
  }

  public void setRequired_by(String value) {
    required_by = value;
  }

  public void setAssigned_to(Object value) {
    assigned_to = value;
  }

  public void setInsert_time(String value) {
    insert_time = value;
  }

  public void setUpdate_time(String value) {
    update_time = value;
  }

  public void setCustom_fields(Map<String, Object> value) {
    custom_fields = value;
  }
}
