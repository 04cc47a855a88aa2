package dev.specwright.runtime;

import com.squareup.moshi.JsonEncodingException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/** Reads a JSON answer: the value alone, or the value inside its envelope, or an error. */
final class AnswerConverter<T> implements Converter<ResponseBody, @Nullable T> {
  private static final ByteString BYTE_ORDER_MARK = ByteString.decodeHex("EFBBBF");

  private final ByteJsonAdapter<T> adapter;
  private final String envelope;
  private final boolean nullable;
  private final @Nullable ErrorShape errorShape;
  private final Set<String> errorParts;

  AnswerConverter(
      ByteJsonAdapter<T> adapter,
      String envelope,
      boolean nullable,
      @Nullable ErrorShape errorShape) {
    this.adapter = adapter;
    this.nullable = nullable;
    this.envelope = envelope;
    this.errorShape = errorShape;
    this.errorParts = errorShape == null ? Set.of() : errorShape.parts();
  }

  @Override
  public @Nullable T convert(ResponseBody body) throws IOException {
    try (body) {
      BufferedSource source = body.source();
      skipByteOrderMark(source);
      if (source.exhausted()) throw nothing();
      JsonByteReader reader = JsonByteReader.of(source);
      T value = envelope.isEmpty() ? plain(reader) : enveloped(reader);
      if (!reader.isAtEnd()) {
        throw new MalformedAnswerException("Expected the end of the answer but found more");
      }
      if (value == null && !nullable) {
        throw new MalformedAnswerException("Expected a value in the answer but found null");
      }
      return value;
    } catch (TruncatedJsonException e) {
      throw new MalformedAnswerException("Expected more of the answer. " + e.getMessage());
    } catch (JsonEncodingException e) {
      // Only a JsonByteReader throws it here, which never quotes what it read.
      throw new MalformedAnswerException(String.valueOf(e.getMessage()));
    }
  }

  static void skipByteOrderMark(BufferedSource source) throws IOException {
    if (source.rangeEquals(0, BYTE_ORDER_MARK)) source.skip(BYTE_ORDER_MARK.size());
  }

  static MalformedAnswerException nothing() {
    return new MalformedAnswerException("Expected JSON but found nothing");
  }

  private @Nullable T plain(JsonByteReader reader) throws IOException {
    VendorError error = errorShape == null ? null : errorShape.peek(reader);
    if (error != null) throw new ErrorAnswerException(error);
    return adapter.read(reader);
  }

  private @Nullable T enveloped(JsonByteReader reader) throws IOException {
    T value = null;
    boolean found = false;
    VendorError error = null;
    Set<String> missing = new HashSet<>(errorParts);
    reader.beginObject();
    for (String name; (name = reader.nextName()) != null; ) {
      if (name.equals(envelope)) {
        found = true;
        // Next to an error the value may be of any kind, so the error has to be known first.
        if (errorShape != null && error == null && !missing.isEmpty()) {
          error = errorBehind(errorShape, reader);
        }
        value = error == null ? adapter.read(reader) : skip(reader);
      } else if (errorShape != null && errorParts.contains(name)) {
        missing.remove(name);
        error = ErrorShape.merged(error, errorShape.find(name, reader));
      } else {
        reader.skipValue();
      }
    }
    if (error != null) throw new ErrorAnswerException(error);
    if (!found) {
      throw new MalformedAnswerException("Expected the member \"" + envelope + "\" in the answer");
    }
    return value;
  }

  private static @Nullable VendorError errorBehind(ErrorShape shape, JsonByteReader reader)
      throws IOException {
    return reader.peek(
        ahead -> {
          ahead.skipValue();
          return shape.findInRest(ahead);
        });
  }

  private @Nullable T skip(JsonByteReader reader) throws IOException {
    reader.skipValue();
    return null;
  }
}
