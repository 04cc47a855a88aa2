package dev.specwright.contract.driver;

import com.squareup.moshi.Moshi;
import dev.specwright.runtime.FormBody;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.Header;
import retrofit2.http.Part;
import retrofit2.http.Path;
import retrofit2.http.Query;
import retrofit2.http.QueryMap;

/** Turns a documented request into the arguments of a generated method. */
final class Arguments {
  /** A part without a type ends Prism. */
  private static final MediaType BYTES = MediaType.get("application/octet-stream");

  private final Moshi moshi;
  private final DocumentedRequest request;
  private final Set<String> open;

  private Arguments(Moshi moshi, DocumentedRequest request) {
    this.moshi = moshi;
    this.request = request;
    this.open = new HashSet<>(request.parameters().keySet());
  }

  /**
   * Returns the arguments for {@code method}.
   *
   * @throws IllegalStateException if the request has something that the method does not take
   */
  static @Nullable Object[] of(Moshi moshi, DocumentedRequest request, Method method)
      throws IOException, ReflectiveOperationException {
    Arguments arguments = new Arguments(moshi, request);
    @Nullable Object[] values = new Object[method.getParameterCount()];
    for (int i = 0; i < values.length; i++) values[i] = arguments.value(method.getParameters()[i]);
    if (arguments.open.isEmpty()) return values;
    throw new IllegalStateException(method + " takes no " + arguments.open + ".");
  }

  private @Nullable Object value(Parameter parameter)
      throws IOException, ReflectiveOperationException {
    Path path = parameter.getAnnotation(Path.class);
    if (path != null) return simple("path " + path.value(), parameter);
    Query query = parameter.getAnnotation(Query.class);
    if (query != null) return simple("query " + query.value(), parameter);
    Header header = parameter.getAnnotation(Header.class);
    if (header != null) return simple("header " + header.value(), parameter);
    if (parameter.isAnnotationPresent(QueryMap.class)) return options(parameter.getType());
    if (parameter.isAnnotationPresent(Body.class)) return body(parameter);
    Part part = parameter.getAnnotation(Part.class);
    if (part != null) return part(part.value(), parameter);
    throw new IllegalStateException("The driver knows no such parameter: " + parameter);
  }

  // ---- parameters

  private @Nullable Object simple(String key, Parameter parameter) throws IOException {
    DocumentedParameter documented = documented(key);
    open.remove(key);
    return converted(
        request.parameters().get(key), parameter.getParameterizedType(), documented.schema());
  }

  /** Sets what the request has, in its order, and leaves out the rest. */
  private Object options(Class<?> type) throws IOException, ReflectiveOperationException {
    Object builder = type.getMethod("builder").invoke(null);
    for (String key : request.parameters().keySet()) {
      if (!open.contains(key)) continue;
      DocumentedParameter documented = documented(key);
      Optional<Method> setter = setter(builder, documented.javaName().orElse(documented.name()));
      if (setter.isEmpty()) continue;
      Type wanted = setter.get().getGenericParameterTypes()[0];
      @Nullable Object value =
          converted(request.parameters().get(key), wanted, documented.schema());
      setter.get().invoke(builder, value);
      open.remove(key);
    }
    if (request.body() instanceof Map<?, ?> parts) {
      for (Object name : parts.keySet()) {
        Optional<Method> setter = setter(builder, name.toString());
        if (setter.isEmpty()) continue;
        setter.get().invoke(builder, part(name.toString(), setter.get().getParameters()[0]));
      }
    }
    return builder.getClass().getMethod("build").invoke(builder);
  }

  private static Optional<Method> setter(Object builder, String name) {
    return Arrays.stream(builder.getClass().getMethods())
        .filter(method -> method.getParameterCount() == 1)
        .filter(method -> method.getReturnType() == method.getDeclaringClass())
        .filter(method -> plain(method.getName()).equals(plain(name)))
        .findFirst();
  }

  private DocumentedParameter documented(String key) {
    return request.operation().parameters().stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The document has no " + key));
  }

  /** Java names differ from those on the wire in case, underscores and the like. */
  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }

  // ---- bodies

  private @Nullable Object body(Parameter parameter) throws IOException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    members().forEach((name, value) -> fields.put(name.toString(), value));
    properties()
        .members()
        .forEach(
            (name, schema) -> {
              // The client fills it in.
              if (schema.at("x-credential").exists()) fields.remove(name);
            });
    FormBody form = parameter.getAnnotation(FormBody.class);
    Object value = form == null || form.root().isEmpty() ? fields : fields.get(form.root());
    return converted(value, parameter.getParameterizedType(), properties());
  }

  private @Nullable Object part(String annotated, Parameter parameter) throws IOException {
    String name = annotated.isEmpty() ? parameter.getName() : annotated;
    Object value = members().get(name);
    if (value == null) return null;
    if (parameter.getType() != MultipartBody.Part.class) {
      return converted(value, parameter.getParameterizedType(), properties().at(name));
    }
    RequestBody content =
        value instanceof RequestBody given ? given : RequestBody.create((String) value, BYTES);
    return MultipartBody.Part.createFormData(name, "image.jpg", content);
  }

  private Map<?, ?> members() {
    return request.body() instanceof Map<?, ?> members ? members : Map.of();
  }

  /** Returns the schemas of the body's members. */
  private Node properties() {
    return request.content().orElseThrow().schema().at("properties");
  }

  // ---- values

  private @Nullable Object converted(@Nullable Object example, Type type, Node schema)
      throws IOException {
    if (type == String.class) return String.valueOf(example);
    if ((type == boolean.class || type == Boolean.class) && example instanceof Number flag) {
      return flag.intValue() != 0;
    }
    if (type == Instant.class && example instanceof Number seconds) {
      return Instant.ofEpochSecond(seconds.longValue());
    }
    Type element = elementType(type);
    if (example instanceof List<?> list && element != null) {
      List<@Nullable Object> values = new ArrayList<>();
      for (Object each : list) values.add(converted(each, element, schema.at("items")));
      return values;
    }
    boolean isText = schema.at("x-json-text").exists() && example instanceof String;
    return moshi.adapter(type).fromJson(isText ? (String) example : Json.text(example));
  }

  /** Returns the type of the elements of a list or collection, or null for another type. */
  private static @Nullable Type elementType(Type type) {
    if (!(type instanceof ParameterizedType list)
        || !Collection.class.isAssignableFrom((Class<?>) list.getRawType())) {
      return null;
    }
    Type element = list.getActualTypeArguments()[0];
    return element instanceof WildcardType any ? any.getUpperBounds()[0] : element;
  }
}
