package dev.specwright.runtime;

import static dev.specwright.runtime.MarkedTypes.find;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.temporal.TemporalAccessor;
import java.util.function.Function;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.Header;
import retrofit2.http.Part;
import retrofit2.http.Path;

/** Turns values into requests, and answers into values, as the document says. */
final class ApiConverterFactory extends Converter.Factory {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final MediaType TEXT = MediaType.get("text/plain; charset=utf-8");

  private final Moshi moshi;
  private final @Nullable ErrorShape errorShape;

  ApiConverterFactory(Moshi moshi, @Nullable ErrorShape errorShape) {
    this.moshi = moshi;
    this.errorShape = errorShape;
  }

  @Override
  public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    if (type == ResponseBody.class || type == Void.class) return null; // Retrofit's own
    ApiOperation operation = find(annotations, ApiOperation.class);
    String envelope = operation == null ? "" : operation.envelope();
    boolean nullable = operation != null && operation.nullable();
    ByteJsonAdapter<Object> adapter = ByteJsonAdapter.of(moshi, MarkedTypes.of(type, annotations));
    return new AnswerConverter<>(adapter, envelope, nullable, errorShape);
  }

  @Override
  public @Nullable Converter<?, RequestBody> requestBodyConverter(
      Type type,
      Annotation[] parameterAnnotations,
      Annotation[] methodAnnotations,
      Retrofit retrofit) {
    if (type instanceof Class<?> raw && RequestBody.class.isAssignableFrom(raw)) return null;
    FormBody form = find(parameterAnnotations, FormBody.class);
    if (form != null) return new FormConverter<>(ByteJsonAdapter.of(moshi, type), form);
    if (find(parameterAnnotations, Part.class) != null
        && find(parameterAnnotations, JsonText.class) == null) {
      Converter<Object, String> text = scalar(parameterAnnotations);
      return (Object value) -> text(text.convert(value));
    }
    ByteJsonAdapter<Object> adapter =
        ByteJsonAdapter.of(moshi, MarkedTypes.of(type, parameterAnnotations));
    return (Object value) -> json(adapter, value);
  }

  static RequestBody text(String text) {
    return RequestBody.create(text, TEXT);
  }

  static RequestBody json(ByteJsonAdapter<Object> adapter, Object value) throws IOException {
    JsonByteWriter writer = new JsonByteWriter(512);
    adapter.write(writer, value);
    return RequestBody.create(writer.text().bytes(), JSON, 0, writer.text().length());
  }

  @Override
  public Converter<?, String> stringConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    if (type == RequestValue.class) return (RequestValue value) -> value.encode(moshi);
    Converter<Object, String> text = text(type, annotations);
    Path path = find(annotations, Path.class);
    if (path != null) return new PathText(text, path);
    Header header = find(annotations, Header.class);
    return header == null ? text : new HeaderText(text, header.value());
  }

  private Converter<Object, String> text(Type type, Annotation[] annotations) {
    if (find(annotations, JsonText.class) != null) {
      JsonAdapter<Object> adapter = moshi.adapter(MarkedTypes.of(type, annotations));
      return (Object value) -> adapter.toJson(value);
    }
    return scalar(annotations);
  }

  private static Converter<Object, String> scalar(Annotation[] annotations) {
    DateFormat date = find(annotations, DateFormat.class);
    if (date != null) {
      return each(value -> DateFormats.text((TemporalAccessor) value, date.value()));
    }
    return find(annotations, ZeroOrOne.class) != null
        ? each(value -> Scalars.flag((Boolean) value))
        : Scalars::text;
  }

  /** Retrofit asks for the elements of a list one by one, but not for those of this one. */
  private static Converter<Object, String> each(Function<Object, String> text) {
    return value -> value instanceof CommaSeparated<?> list ? list.text(text) : text.apply(value);
  }
}
