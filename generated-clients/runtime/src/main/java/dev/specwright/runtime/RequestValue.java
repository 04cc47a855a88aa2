package dev.specwright.runtime;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Objects;
import okhttp3.Headers;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** One value of a query, a header or a part, and how it is written. */
public final class RequestValue {
  private final Object value;
  private final @Nullable Type jsonType;

  private RequestValue(Object value, @Nullable Type jsonType) {
    this.value = value;
    this.jsonType = jsonType;
  }

  static RequestValue text(Object value) {
    return new RequestValue(value, null);
  }

  static RequestValue json(Object value, Type type) {
    return new RequestValue(value, type);
  }

  String encode(Moshi moshi) {
    return jsonType == null ? Scalars.text(value) : moshi.adapter(jsonType).toJson(value);
  }

  MultipartBody.Part part(String name, Moshi moshi) throws IOException {
    if (value instanceof MultipartBody.Part file) return file;
    RequestBody body =
        jsonType == null
            ? ApiConverterFactory.text(Scalars.text(value))
            : ApiConverterFactory.json(ByteJsonAdapter.of(moshi, jsonType), value);
    MultipartBody.Part part = MultipartBody.Part.createFormData(name, null, body);
    Headers headers = Objects.requireNonNull(part.headers());
    // As Retrofit writes the parts that are arguments.
    return MultipartBody.Part.create(
        headers.newBuilder().add("Content-Transfer-Encoding", "binary").build(), part.body());
  }

  /** Does not show the value, which may be one that must not be shown. */
  @Override
  public String toString() {
    return SafeUrl.MASK;
  }
}
