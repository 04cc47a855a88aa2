package dev.specwright.runtime;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import okhttp3.MultipartBody;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * What may be left out of the request of one operation: query parameters, headers and parts of a
 * multipart body. Each operation has a subclass of its own, with a builder; what was not set is not
 * sent.
 *
 * <p>A map of the query parameters only because that is what Retrofit takes. A repeated parameter
 * is several entries.
 */
public abstract class RequestOptions extends AbstractMap<String, RequestValue> {
  private final RequestValues query;
  private final RequestValues headers;
  private final RequestValues parts;

  /** Takes what {@code builder} holds at this moment. */
  protected RequestOptions(Builder builder) {
    this.query = builder.query.copy();
    this.headers = builder.headers.copy();
    this.parts = builder.parts.copy();
  }

  /** Returns what the caller set {@code query.limit} or the like to, or null if it was not set. */
  final @Nullable Object value(String place) {
    int dot = place.indexOf('.');
    RequestValues values =
        switch (place.substring(0, dot)) {
          case "query" -> query;
          case "header" -> headers;
          default -> parts;
        };
    return values.value(place.substring(dot + 1));
  }

  @Override
  public final Set<Entry<String, RequestValue>> entrySet() {
    List<Entry<String, RequestValue>> entries = query.written();
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

  /** Returns {@code request} with the headers and parts of the options among its arguments. */
  static Request complete(Request request, Moshi moshi) throws IOException {
    Invocation invocation = request.tag(Invocation.class);
    if (invocation == null) return request;
    for (Object argument : invocation.arguments()) {
      if (argument instanceof RequestOptions options) return options.addTo(request, moshi);
    }
    return request;
  }

  private Request addTo(Request request, Moshi moshi) throws IOException {
    if (headers.written().isEmpty() && parts.written().isEmpty()) return request;
    Request.Builder changed = request.newBuilder();
    for (Entry<String, RequestValue> header : headers.written()) {
      String name = header.getKey();
      changed.header(name, HeaderText.checked(name, header.getValue().encode(moshi)));
    }
    if (!parts.written().isEmpty()) changed.method(request.method(), withParts(request, moshi));
    return changed.build();
  }

  /** Where all parts are optional, Retrofit has made no body of parts. */
  private MultipartBody withParts(Request request, Moshi moshi) throws IOException {
    MultipartBody.Builder body;
    if (request.body() instanceof MultipartBody multipart) {
      body = new MultipartBody.Builder(multipart.boundary()).setType(multipart.type());
      multipart.parts().forEach(body::addPart);
    } else {
      body = new MultipartBody.Builder().setType(MultipartBody.FORM);
    }
    for (Entry<String, RequestValue> part : parts.written()) {
      body.addPart(part.getValue().part(part.getKey(), moshi));
    }
    return body.build();
  }

  /** Collects what is sent; setting it again replaces it. */
  public abstract static class Builder {
    /** The query parameters. */
    protected final RequestValues query = new RequestValues();

    /** The headers. */
    protected final RequestValues headers = new RequestValues();

    /** The parts of a multipart body. */
    protected final RequestValues parts = new RequestValues();

    /** For the generated subclasses. */
    protected Builder() {}

    /** Returns {@code values} as they are sent, 1 or 0 each. */
    protected static List<String> zerosAndOnes(Collection<Boolean> values) {
      return values.stream().map(Scalars::flag).toList();
    }
  }
}
