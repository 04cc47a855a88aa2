package dev.specwright.benchmarks.rival;

import com.dslplatform.json.CompiledJson;
import java.util.List;
import java.util.Map;

/** An answer to a survey of ICOMMKT as the rivals read it. */
@CompiledJson
@SuppressWarnings("MemberName") // The JSON names, so that no reader has to map them.
public final class SurveyAnswer {
  public String created_at;
  public Map<String, Object> participant;
  public Map<String, Object> hiddenfields;
  public List<Map<String, Object>> questions;

  public void setCreated_at(String value) {
    created_at = value;
  }

  public void setParticipant(Map<String, Object> value) {
    participant = value;
  }

  public void setHiddenfields(Map<String, Object> value) {
    hiddenfields = value;
  }

  public void setQuestions(List<Map<String, Object>> value) {
    questions = value;
  }
}
