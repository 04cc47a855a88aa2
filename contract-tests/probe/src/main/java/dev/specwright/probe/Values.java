package dev.specwright.probe;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.specwright.runtime.FormBody;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Part;
import retrofit2.http.Path;
import retrofit2.http.Query;
import retrofit2.http.QueryMap;

/** Turns values of a document into those that the generated methods take. */
final class Values {
  private static final Pattern SEPARATOR = Pattern.compile("[^A-Za-z0-9]+(.)?");
  private static final MediaType JPEG = MediaType.get("image/jpeg");

  private final Moshi moshi;

  Values(Moshi moshi) {
    this.moshi = moshi;
  }

  /**
   * Returns the value of one parameter of a generated method, or null if it may be left out.
   *
   * @throws IllegalArgumentException if the arguments have no value for it that its type takes
   */
  @Nullable Object of(Parameter parameter, DocumentOperation operation, Arguments arguments) {
    Path path = parameter.getAnnotation(Path.class);
    if (path != null) return named(path.value(), parameter, operation, arguments);
    Query query = parameter.getAnnotation(Query.class);
    if (query != null) return named(query.value(), parameter, operation, arguments);
    if (parameter.isAnnotationPresent(QueryMap.class)) {
      return optional(parameter.getType(), operation, arguments);
    }
    if (parameter.isAnnotationPresent(Part.class)) return part(parameter, operation, arguments);
    return body(parameter, operation, arguments);
  }

  private Object named(
      String name, Parameter parameter, DocumentOperation operation, Arguments arguments) {
    Object value = arguments.parameters().get(name);
    if (value == null) throw new IllegalArgumentException("There is no value for " + name + ".");
    return convert(value, parameter.getParameterizedType(), schema(operation, name));
  }

  /** Fills the builder of the optional query parameters. */
  private Object optional(Class<?> type, DocumentOperation operation, Arguments arguments) {
    Object builder = Calls.invoke(method(type, "builder"), null);
    // In the order of the arguments, which is the one on the wire.
    for (Map.Entry<String, Object> argument : arguments.parameters().entrySet()) {
      Node parameter = optionalQueryParameter(operation, argument.getKey());
      if (!parameter.exists()) continue;
      Method setter = method(builder.getClass(), javaName(parameter));
      Type taken = setter.getGenericParameterTypes()[0];
      Node schema = schema(operation, argument.getKey());
      Calls.invoke(setter, builder, convert(argument.getValue(), taken, schema));
    }
    return Calls.invoke(method(builder.getClass(), "build"), builder);
  }

  private static Node optionalQueryParameter(DocumentOperation operation, String name) {
    return operation.parameters().stream()
        .filter(each -> each.get("name").text().equals(name))
        .filter(each -> each.get("in").text().equals("query"))
        .filter(each -> !each.get("required").isTrue())
        .findFirst()
        .orElse(Node.root(null));
  }

  private static Method method(Class<?> type, String name) {
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name)) return method;
    }
    throw new IllegalArgumentException("Expected " + name + " in " + type + " but found none.");
  }

  /** {@code order_by[]} is {@code orderBy}, unless the document names it otherwise. */
  private static String javaName(Node parameter) {
    String given = parameter.get("x-java-name").text();
    if (!given.isEmpty()) return given;
    return SEPARATOR
        .matcher(parameter.get("name").text())
        .replaceAll(match -> match.group(1) == null ? "" : match.group(1).toUpperCase(Locale.ROOT));
  }

  private static Node schema(DocumentOperation operation, String name) {
    for (Node parameter : operation.parameters()) {
      if (!parameter.get("name").text().equals(name)) continue;
      Node json = parameter.get("content").get("application/json").get("schema");
      return json.exists() ? json : parameter.get("schema");
    }
    return operation.body().orElseThrow().schema().get("properties").get(name);
  }

  private @Nullable Object part(
      Parameter parameter, DocumentOperation operation, Arguments arguments) {
    Map<?, ?> body = arguments.body() instanceof Map<?, ?> map ? map : Map.of();
    if (parameter.getType() == MultipartBody.Part.class) {
      String name = binaryProperty(operation);
      Object text = body.get(name);
      if (text == null) throw new IllegalArgumentException("There is no value for " + name + ".");
      return MultipartBody.Part.createFormData(
          name, "image.jpg", RequestBody.create(text.toString(), JPEG));
    }
    String name = parameter.getAnnotation(Part.class).value();
    Object value = body.get(name);
    return value == null
        ? null
        : convert(value, parameter.getParameterizedType(), schema(operation, name));
  }

  private static String binaryProperty(DocumentOperation operation) {
    return operation.body().orElseThrow().schema().get("properties").members().entrySet().stream()
        .filter(property -> property.getValue().get("format").text().equals("binary"))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private Object body(Parameter parameter, DocumentOperation operation, Arguments arguments) {
    FormBody form = parameter.getAnnotation(FormBody.class);
    Object value = withoutCredentials(operation, arguments.body());
    if (form != null && !form.root().isEmpty() && value instanceof Map<?, ?> map) {
      value = map.get(form.root());
    }
    if (value == null) throw new IllegalArgumentException("There is no body.");
    return fromJson(value, parameter.getParameterizedType());
  }

  /** The client fills these in. */
  private static @Nullable Object withoutCredentials(
      DocumentOperation operation, @Nullable Object body) {
    if (!(body instanceof Map<?, ?> map)) return body;
    Map<String, Object> rest = new LinkedHashMap<>();
    Node properties = operation.body().orElseThrow().schema().get("properties");
    map.forEach(
        (name, value) -> {
          if (!properties.get(name.toString()).get("x-credential").exists()) {
            rest.put(name.toString(), value);
          }
        });
    return rest;
  }

  private Object convert(Object value, Type type, Node schema) {
    if (type == String.class) return value.toString();
    if (type == int.class || type == Integer.class) return number(value).intValue();
    if (type == long.class || type == Long.class) return number(value).longValue();
    if (type == double.class || type == Double.class) return number(value).doubleValue();
    if (type == boolean.class || type == Boolean.class) {
      return value instanceof Boolean ? value : number(value).intValue() != 0;
    }
    if (type == Instant.class) return Instant.ofEpochSecond(number(value).longValue());
    if (type instanceof ParameterizedType collection
        && collection.getRawType() == Collection.class) {
      Type element = collection.getActualTypeArguments()[0];
      List<?> items = value instanceof List<?> list ? list : List.of(value);
      return items.stream().map(item -> convert(item, element, schema.get("items"))).toList();
    }
    if (schema.get("x-json-text").exists()) return fromText(value.toString(), type);
    return fromJson(value, type);
  }

  private static Number number(Object value) {
    if (value instanceof Number number) return number;
    try {
      return Long.valueOf(value.toString());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("Expected a number but found another value.", e);
    }
  }

  private Object fromJson(Object value, Type type) {
    return fromText(json(value), type);
  }

  /** Returns a value of a document as JSON. */
  String json(@Nullable Object value) {
    return moshi.adapter(Object.class).serializeNulls().toJson(value);
  }

  private Object fromText(String json, Type type) {
    JsonAdapter<Object> adapter = moshi.adapter(type);
    try {
      Object value = adapter.fromJson(json);
      if (value != null) return value;
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("Expected a value for " + type + ": " + e.getMessage(), e);
    }
    throw new IllegalArgumentException("Expected a value for " + type + " but found null.");
  }
}
