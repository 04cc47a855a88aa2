package dev.specwright.runtime;

import com.squareup.moshi.Moshi;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** One value of a query, and how it is written. */
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

  /** Does not show the value, which may be one that must not be shown. */
  @Override
  public String toString() {
    return SafeUrl.MASK;
  }
}
