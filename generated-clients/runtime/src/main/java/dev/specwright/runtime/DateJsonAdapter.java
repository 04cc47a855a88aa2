package dev.specwright.runtime;

import com.squareup.moshi.JsonDataException;
import java.io.IOException;
import java.time.temporal.TemporalAccessor;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A date or time as text of the form of one pattern. */
final class DateJsonAdapter extends ByteJsonAdapter<TemporalAccessor> {
  private final DateText form;
  private final String pattern;

  /** What stands where there is no date. */
  private final Set<String> nothing;

  DateJsonAdapter(DateText form, String pattern, Set<String> nothing) {
    this.form = form;
    this.pattern = pattern;
    this.nothing = nothing;
  }

  @Override
  public @Nullable TemporalAccessor read(JsonByteReader reader) throws IOException {
    if (reader.nextNull()) return null;
    String text = reader.nextString();
    TemporalAccessor value = form.parse(text);
    if (value != null || nothing.contains(text)) return value;
    throw new JsonDataException("Expected a text of the form " + pattern + " at " + reader.path());
  }

  @Override
  public void write(JsonTokenWriter writer, TemporalAccessor value) throws IOException {
    writer.value(form.text(value));
  }
}
