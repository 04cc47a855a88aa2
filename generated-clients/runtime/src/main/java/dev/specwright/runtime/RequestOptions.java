package dev.specwright.runtime;

import java.lang.reflect.Type;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The optional query parameters of one operation. Each operation has a subclass of its own, with a
 * builder; a parameter that was not set is not sent.
 *
 * <p>A map only because that is what Retrofit takes. A repeated parameter is several entries.
 */
public abstract class RequestOptions extends AbstractMap<String, RequestValue> {
  /** A parameter as the caller set it, and as it is written. */
  private record Parameter(Object value, List<RequestValue> written) {}

  private final Map<String, Parameter> parameters;
  private final List<Entry<String, RequestValue>> entries;

  /** Takes what {@code builder} holds at this moment. */
  protected RequestOptions(Builder builder) {
    List<Entry<String, RequestValue>> all = new ArrayList<>();
    builder.parameters.forEach(
        (name, parameter) -> parameter.written().forEach(value -> all.add(Map.entry(name, value))));
    this.parameters = Map.copyOf(builder.parameters);
    this.entries = List.copyOf(all);
  }

  /** Returns what the caller set a parameter to, or null if it was not set. */
  final @Nullable Object value(String name) {
    Parameter parameter = parameters.get(name);
    return parameter == null ? null : parameter.value();
  }

  @Override
  public final Set<Entry<String, RequestValue>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, RequestValue>> iterator() {
        return entries.iterator();
      }

      @Override
      public int size() {
        return entries.size();
      }
    };
  }

  /** Collects parameters; setting one again replaces it. */
  public abstract static class Builder {
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();

    /** For the generated subclasses. */
    protected Builder() {}

    /** Sets a parameter to the text of {@code value}. */
    protected final void text(String name, Object value) {
      put(name, value, List.of(RequestValue.text(value)));
    }

    /** Sets a parameter to 1 or 0. */
    protected final void zeroOrOne(String name, boolean value) {
      text(name, Scalars.flag(value));
    }

    /** Returns {@code values} as they are sent, 1 or 0 each. */
    protected static List<String> zerosAndOnes(Collection<Boolean> values) {
      return values.stream().map(Scalars::flag).toList();
    }

    /** Sets a parameter to JSON text. */
    protected final void json(String name, Object value, Type type) {
      Object copy = Models.copy(value);
      put(name, copy, List.of(RequestValue.json(copy, type)));
    }

    /** Sets a parameter to all of {@code list} in one value, with commas. */
    protected final void commaSeparated(String name, Collection<?> list) {
      text(name, CommaSeparated.copyOf(list));
    }

    /** Sets a parameter that is repeated for each element of {@code list}. */
    protected final void each(String name, Collection<?> list) {
      put(name, list.stream().toList(), list.stream().map(RequestValue::text).toList());
    }

    /** Sets a parameter that is repeated, as JSON text, for each element of {@code list}. */
    protected final void eachJson(String name, Collection<?> list, Type type) {
      List<?> copy = Models.copy(list.stream().toList());
      put(name, copy, copy.stream().map(value -> RequestValue.json(value, type)).toList());
    }

    private void put(String name, Object value, List<RequestValue> written) {
      parameters.put(name, new Parameter(value, written));
    }
  }
}
