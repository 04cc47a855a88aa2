package dev.specwright.runtime;

import com.squareup.moshi.JsonAdapter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/** Writes a model as a form, through the same adapter that would write it as JSON. */
final class FormConverter<T> implements Converter<T, RequestBody> {
  private final JsonAdapter<T> adapter;
  private final String root;
  private final Set<String> json;

  FormConverter(JsonAdapter<T> adapter, FormBody form) {
    this.adapter = adapter;
    this.root = form.root();
    this.json = Set.of(form.json());
  }

  @Override
  public RequestBody convert(T value) {
    okhttp3.FormBody.Builder body = new okhttp3.FormBody.Builder();
    Object tree = adapter.toJsonValue(value);
    if (!root.isEmpty()) {
      flatten(body, root, tree);
    } else if (tree instanceof Map<?, ?> properties) {
      properties.forEach(
          (name, property) -> {
            if (json.contains(name)) {
              body.add(String.valueOf(name), StandardAdapters.ANY.toJson(property));
            } else {
              flatten(body, String.valueOf(name), property);
            }
          });
    }
    return body.build();
  }

  /** As PHP's http_build_query: arrays with their index, null left out. */
  private static void flatten(okhttp3.FormBody.Builder body, String name, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, member) -> flatten(body, name + "[" + key + "]", member));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) flatten(body, name + "[" + i + "]", list.get(i));
    } else if (value != null) {
      body.add(name, Scalars.text(value));
    }
  }
}
