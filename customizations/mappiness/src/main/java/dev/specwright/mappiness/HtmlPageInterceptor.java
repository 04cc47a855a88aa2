package dev.specwright.mappiness;

import dev.specwright.runtime.Operation;
import java.io.IOException;
import java.util.Locale;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;

/**
 * Turns an HTML page in place of data into a refusal. "Except in the case of JSON endpoint
 * requests, supplying incorrect authentication data will return an HTML error page" (section
 * "Requests"), whose HTTP status the page does not name. With a status of success, it would be
 * taken for a CSV file; it becomes what JSON endpoints say then, {@code {"error":"bad_secret"}},
 * with status 401.
 *
 * <p>An application interceptor.
 */
final class HtmlPageInterceptor implements Interceptor {
  private static final int UNAUTHORIZED = 401;
  private static final String BAD_SECRET = "{\"error\":\"bad_secret\"}";
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  /** How much of an answer is looked at: its type may be that of the data which it is not. */
  private static final long BEGINNING = 64;

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    Operation operation = Operation.of(chain.request());
    boolean expectsData =
        operation != null && (operation.raw() || SignatureCalls.isSignature(operation));
    if (!expectsData || !response.isSuccessful() || !isHtml(response)) return response;
    response.close();
    return response
        .newBuilder()
        .code(UNAUTHORIZED)
        .removeHeader("Content-Length")
        .header("Content-Type", JSON.toString())
        .body(ResponseBody.create(BAD_SECRET, JSON))
        .build();
  }

  private static boolean isHtml(Response response) throws IOException {
    MediaType type = response.body().contentType();
    boolean labelled =
        type != null && (type.subtype().equals("html") || type.subtype().equals("xhtml+xml"));
    if (labelled) return true;
    try {
      return beginsLikeHtml(response.body().source());
    } catch (IOException e) {
      response.close();
      throw e;
    }
  }

  /** The source does not move. */
  private static boolean beginsLikeHtml(BufferedSource source) throws IOException {
    source.request(BEGINNING);
    long size = Math.min(BEGINNING, source.getBuffer().size());
    Buffer beginning = new Buffer().write(source.getBuffer().snapshot((int) size));
    JsonRows.skipMark(beginning);
    String start = beginning.readUtf8().strip().toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html") || start.startsWith("<html");
  }
}
