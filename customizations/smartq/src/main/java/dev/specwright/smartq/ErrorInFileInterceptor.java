package dev.specwright.smartq;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import dev.specwright.runtime.CallRecord;
import dev.specwright.runtime.ErrorShape;
import dev.specwright.runtime.MalformedAnswerException;
import dev.specwright.runtime.Operation;
import dev.specwright.runtime.VendorError;
import dev.specwright.smartq.api.ApiDocument;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Finds the envelope of an error where a file was asked for. The page does not say which HTTP
 * status errors have; with 200, {@code {"error":{...},"data":null}} would be taken for the file.
 *
 * <p>A success becomes the status in the error's {@code code}, if that is one. A file that says of
 * itself, by Content-Disposition, that it is one is left alone, and so is everything that is not
 * exactly such an envelope.
 *
 * <p>An application interceptor.
 */
final class ErrorInFileInterceptor implements Interceptor {
  private static final ByteString BYTE_ORDER_MARK = ByteString.decodeHex("EFBBBF");

  /** More than any error needs; it bounds what is read ahead. */
  private static final long LARGEST_ERROR = 16 * 1024;

  private final @Nullable ErrorShape shape = ApiDocument.DESCRIPTION.errorShape();

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    Operation operation = Operation.of(chain.request());
    boolean mayBeError =
        operation != null
            && operation.raw()
            && response.isSuccessful()
            && response.header("Content-Disposition") == null;
    if (!mayBeError) return response;
    VendorError error;
    try {
      error = error(response.body().source());
    } catch (IOException e) {
      response.close();
      throw e;
    }
    if (error == null) return response;
    String code = Objects.requireNonNullElse(error.code(), "");
    if (code.matches("[45]\\d\\d")) {
      return response.newBuilder().code(Integer.parseInt(code)).build();
    }
    response.close();
    throw new MalformedAnswerException(
        "Expected a file but found the error "
            + shown(chain.request(), error.code())
            + ", "
            + shown(chain.request(), error.message()));
  }

  /** The service may repeat the credentials of the request in what it says. */
  private static @Nullable String shown(Request request, @Nullable String said) {
    CallRecord record = request.tag(CallRecord.class);
    return record == null ? said : record.shown(said);
  }

  /** Returns the error that is all that {@code source} holds, or null; the source does not move. */
  private @Nullable VendorError error(BufferedSource source) throws IOException {
    long start = source.rangeEquals(0, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.size() : 0;
    boolean mayBeObject = source.request(start + 1) && source.getBuffer().getByte(start) == '{';
    if (shape == null || !mayBeObject || source.request(LARGEST_ERROR + 1)) return null;
    Buffer all = source.getBuffer().clone();
    all.skip(start);
    try {
      Object answer =
          ApiDocument.DESCRIPTION.moshi().adapter(Object.class).fromJson(all.clone().readUtf8());
      boolean isEnvelope =
          answer instanceof Map<?, ?> members
              && members.size() == 2
              && members.containsKey(envelope())
              && members.get(envelope()) == null;
      return isEnvelope ? shape.read(all) : null;
    } catch (JsonDataException | JsonEncodingException | java.io.EOFException e) {
      return null; // A file that begins like JSON.
    }
  }

  /** Looked up when an answer may be an error, since reading all annotations takes a while. */
  private static String envelope() {
    return ApiDocument.DESCRIPTION.operations().stream()
        .map(Operation::envelope)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
  }
}
