package dev.specwright.runtime;

import com.squareup.moshi.JsonDataException;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What generated models have in common. */
public final class Models {
  private Models() {}

  /**
   * Returns {@code value}, or if it is a list, set or map a copy that nobody can change, of all
   * that is in it. Unlike {@code List.copyOf} it takes the nulls of an answer.
   *
   * @param <T> {@code List}, {@code Set}, {@code Map} or {@code Object}, of whatever is in it
   */
  // A copy is a list, set or map as the value is, and null if that is null.
  @SuppressWarnings({"unchecked", "NullAway"})
  public static <T extends @Nullable Object> T copy(T value) {
    return (T) Copies.of(value);
  }

  /**
   * Returns {@code value}.
   *
   * @throws IllegalStateException if it is null, naming the property and its builder method
   */
  public static <T> T required(@Nullable T value, String model, String property, String method) {
    if (value != null) return value;
    throw new IllegalStateException(
        "Expected \""
            + property
            + "\" of "
            + model
            + " but it was not set. Set it with builder()."
            + method
            + "(...).");
  }

  /**
   * Checks {@code tag}, by which a reader tells the shape {@code model} of a union from others.
   *
   * @throws IllegalArgumentException if it is null or none of {@code tags}
   */
  public static void requireTag(
      String model, String property, @Nullable Object tag, String... tags) {
    if (tag != null && Arrays.asList(tags).contains(tag.toString())) return;
    throw new IllegalArgumentException(
        "Expected \""
            + property
            + "\" of "
            + model
            + " to be \""
            + String.join("\" or \"", tags)
            + "\" but "
            + (tag == null ? "it was not set." : "found \"" + tag + "\"."));
  }

  /** Returns an unmodifiable copy, or the shared empty map. */
  public static Map<String, @Nullable Object> additional(Map<String, @Nullable Object> map) {
    return map.isEmpty() ? Map.of() : copy(map);
  }

  /**
   * Returns {@code name}.
   *
   * @throws IllegalArgumentException if it is one of the documented names
   */
  public static String additionalName(String name, String... documented) {
    if (!Arrays.asList(documented).contains(name)) return name;
    throw new IllegalArgumentException(
        "Expected a name that the document does not have but found \""
            + name
            + "\". Use the builder's own method for it.");
  }

  /** Returns the members of a builder with one more, in the same map if it is the builder's own. */
  public static Map<String, @Nullable Object> with(
      Map<String, @Nullable Object> members, String name, @Nullable Object value) {
    Map<String, @Nullable Object> own =
        members instanceof LinkedHashMap ? members : new LinkedHashMap<>(members);
    own.put(name, Copies.of(value));
    return own;
  }

  /** Returns the exception for the object that {@code reader} has just read to its end. */
  public static JsonDataException missing(JsonByteReader reader, String property) {
    return new JsonDataException(
        "Expected the property \"" + property + "\" in the object at " + reader.path());
  }

  /** Writes the members that the document does not name. */
  public static void writeAdditional(JsonTokenWriter writer, Map<String, @Nullable Object> members)
      throws IOException {
    for (Map.Entry<String, @Nullable Object> member : members.entrySet()) {
      StandardAdapters.ANY.writeOrNull(writer.member(member.getKey()), member.getValue());
    }
  }

  /** Starts the text of a model. */
  public static Text text(String model) {
    return new Text(model);
  }

  /** The text of a model: {@code Ticket[id=77777, name=New Ticket]}. */
  public static final class Text {
    private final StringBuilder text;
    private String separator = "";

    private Text(String model) {
      text = new StringBuilder(model).append('[');
    }

    /** Adds a property, unless it is null. */
    public Text shown(String name, @Nullable Object value) {
      return value == null ? this : append(name, value.toString());
    }

    /** Adds a sensitive property, unless it is null: that it is there, not what it is. */
    public Text masked(String name, @Nullable Object value) {
      return value == null ? this : append(name, SafeUrl.MASK);
    }

    /** Ends the text with the names of additional properties; who knows what they hold. */
    public String names(Map<String, ?> additional) {
      if (!additional.isEmpty()) append("additional", additional.keySet().toString());
      return text.append(']').toString();
    }

    private Text append(String name, String value) {
      text.append(separator).append(name).append('=').append(value);
      separator = ", ";
      return this;
    }
  }
}
