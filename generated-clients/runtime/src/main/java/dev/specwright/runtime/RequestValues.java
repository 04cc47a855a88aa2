package dev.specwright.runtime;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.MultipartBody;
import org.jspecify.annotations.Nullable;

/** The values of one place of a request, such as its query. Generated builders fill it. */
public final class RequestValues {
  /** A value as the caller set it, and as it is written. */
  private record Option(Object value, List<RequestValue> written) {}

  private final Map<String, Option> options;

  RequestValues() {
    this(new LinkedHashMap<>());
  }

  private RequestValues(Map<String, Option> options) {
    this.options = options;
  }

  RequestValues copy() {
    return new RequestValues(new LinkedHashMap<>(options));
  }

  @Nullable Object value(String name) {
    Option option = options.get(name);
    return option == null ? null : option.value();
  }

  /** Returns a new list of all values, in the order in which they were set first. */
  List<Map.Entry<String, RequestValue>> written() {
    List<Map.Entry<String, RequestValue>> all = new ArrayList<>();
    options.forEach(
        (name, option) -> option.written().forEach(value -> all.add(Map.entry(name, value))));
    return all;
  }

  /** Sets a value to the text of {@code value}. */
  public void text(String name, Object value) {
    put(name, value, List.of(RequestValue.text(value)));
  }

  /** Sets a value to 1 or 0. */
  public void zeroOrOne(String name, boolean value) {
    text(name, Scalars.flag(value));
  }

  /** Sets a value to JSON text. */
  public void json(String name, Object value, Type type) {
    Object copy = Models.copy(value);
    put(name, copy, List.of(RequestValue.json(copy, type)));
  }

  /** Sets a value to all of {@code list}, with commas. */
  public void commaSeparated(String name, Collection<?> list) {
    text(name, CommaSeparated.copyOf(list));
  }

  /** Sets a value that is repeated for each element of {@code list}. */
  public void each(String name, Collection<?> list) {
    put(name, list.stream().toList(), list.stream().map(RequestValue::text).toList());
  }

  /** Sets a value that is repeated, as JSON text, for each element of {@code list}. */
  public void eachJson(String name, Collection<?> list, Type type) {
    List<?> copy = Models.copy(list.stream().toList());
    put(name, copy, copy.stream().map(value -> RequestValue.json(value, type)).toList());
  }

  /** Sets a part to a file, which brings its own name. */
  public void file(String name, MultipartBody.Part file) {
    text(name, file);
  }

  /** As {@link #file}, of several. */
  public void files(String name, Collection<MultipartBody.Part> files) {
    each(name, files);
  }

  private void put(String name, Object value, List<RequestValue> written) {
    options.put(name, new Option(value, written));
  }
}
