package dev.specwright.runtime;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** What a caller changes about one call. */
record CallOptions(
    @Nullable Duration timeout,
    Map<String, String> headers,
    Map<String, String> query,
    Map<Class<?>, Object> tags) {

  static final CallOptions NONE = new CallOptions(null, Map.of(), Map.of(), Map.of());

  CallOptions withTimeout(Duration limit) {
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException(
          "Expected a timeout above zero but found " + limit + ". Leave it out for no limit.");
    }
    return new CallOptions(limit, headers, query, tags);
  }

  CallOptions withHeader(String name, String value) {
    return new CallOptions(
        timeout, with(headers, name, HeaderText.checked(name, value)), query, tags);
  }

  CallOptions withQuery(String name, String value) {
    return new CallOptions(timeout, headers, with(query, name, value), tags);
  }

  CallOptions withTag(Class<?> type, Object value) {
    return new CallOptions(timeout, headers, query, with(tags, type, value));
  }

  Request apply(Request request, CallRecord record) {
    Request.Builder changed = request.newBuilder().tag(CallRecord.class, record);
    for (var header : headers.entrySet()) changed.header(header.getKey(), header.getValue());
    for (var tag : tags.entrySet()) tag(changed, tag.getKey(), tag.getValue());
    if (!query.isEmpty()) {
      HttpUrl.Builder url = request.url().newBuilder();
      query.forEach(url::setQueryParameter);
      changed.url(url.build());
    }
    return changed.build();
  }

  private static <S> void tag(Request.Builder request, Class<S> type, Object value) {
    request.tag(type, type.cast(value));
  }

  private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
    Map<K, V> changed = new LinkedHashMap<>(map);
    changed.put(key, value);
    return changed;
  }
}
