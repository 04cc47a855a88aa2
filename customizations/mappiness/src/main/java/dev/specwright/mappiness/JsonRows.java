package dev.specwright.mappiness;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader.Token;
import dev.specwright.mappiness.api.ApiDocument;
import dev.specwright.mappiness.model.ResponseRow;
import dev.specwright.runtime.ByteJsonAdapter;
import dev.specwright.runtime.JsonByteReader;
import dev.specwright.runtime.MalformedAnswerException;
import java.io.EOFException;
import java.io.IOException;
import java.util.function.Function;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The rows of a JSON array. {@link Mappiness#rows} makes the call for it. */
public final class JsonRows extends Rows {
  private static final ByteString BYTE_ORDER_MARK = ByteString.decodeHex("EFBBBF");

  private final ByteJsonAdapter<ResponseRow> adapter =
      ByteJsonAdapter.of(ApiDocument.DESCRIPTION.moshi(), ResponseRow.class);
  private final BufferedSource source;
  private final JsonByteReader reader;
  private boolean started;
  private long row;

  JsonRows(ResponseBody body, Function<IOException, ? extends RuntimeException> failure) {
    super(body, failure);
    source = body.source();
    reader = JsonByteReader.of(source);
  }

  /** Returns the rows of a body that holds what {@code mappiness.json} answers. */
  public static JsonRows of(ResponseBody body) {
    return new JsonRows(body, UNCHECKED);
  }

  static void skipMark(BufferedSource source) throws IOException {
    if (source.rangeEquals(0, BYTE_ORDER_MARK)) source.skip(BYTE_ORDER_MARK.size());
  }

  @Override
  @Nullable ResponseRow read() throws IOException {
    try {
      if (!started) start();
      if (!reader.nextElement()) {
        if (reader.peek() == Token.END_DOCUMENT) return null;
        throw new MalformedAnswerException("Expected the end of the answer but found more");
      }
      row++;
      ResponseRow next = adapter.read(reader);
      if (next != null) return next;
      throw new MalformedAnswerException("Expected an object as row " + row + " but found null");
    } catch (JsonDataException | JsonEncodingException | EOFException e) {
      // Its own message may quote the participant's data.
      throw new MalformedAnswerException(
          "Expected responses as JSON but found something else in row "
              + row
              + " at "
              + reader.path());
    }
  }

  private void start() throws IOException {
    started = true;
    skipMark(source);
    reader.beginArray();
  }
}
