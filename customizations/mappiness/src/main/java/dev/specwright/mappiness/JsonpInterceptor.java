package dev.specwright.mappiness;

import dev.specwright.runtime.MalformedAnswerException;
import dev.specwright.runtime.Operation;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.ByteString;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Takes the function off an answer in JSON-P: {@code setHappiness([{"happy":0.620482}]);} becomes
 * {@code [{"happy":0.620482}]}. The function must be the one asked for. An answer that is plain
 * JSON passes. Section "callback=global_js_function_name".
 *
 * <p>An application interceptor, behind everything that changes the URL.
 */
final class JsonpInterceptor implements Interceptor {
  private static final String ACCEPT = "application/javascript, application/json";
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  /** How many spaces may stand between the function and its parenthesis. */
  private static final int SPACES = 64;

  @Override
  public Response intercept(Chain chain) throws IOException {
    String function = function(chain.request());
    if (function == null) return chain.proceed(chain.request());
    Request.Builder request = chain.request().newBuilder();
    if (chain.request().header("Accept") == null) request.header("Accept", ACCEPT);
    Response response = chain.proceed(request.build());
    try {
      return unwrapped(response, ByteString.encodeUtf8(function));
    } catch (IOException e) {
      response.close();
      throw e;
    }
  }

  /** Returns the function that the answer is to be wrapped in, or null. */
  private static @Nullable String function(Request request) {
    Operation operation = Operation.of(request);
    if (operation == null || operation.raw() || operation.jsonp().isEmpty()) return null;
    return request.url().queryParameter(operation.jsonp().get());
  }

  private static Response unwrapped(Response response, ByteString function) throws IOException {
    BufferedSource source = response.body().source();
    JsonRows.skipMark(source);
    while (source.request(1) && isSpace(source.getBuffer().getByte(0))) source.skip(1);
    if (source.exhausted()) return response;
    byte first = source.getBuffer().getByte(0);
    if (first == '[' || first == '{') return asJson(response, source);
    int parenthesis = source.rangeEquals(0, function) ? parenthesis(source, function.size()) : -1;
    if (parenthesis >= 0) {
      source.skip(parenthesis + 1L);
      return asJson(response, Okio.buffer(new JsonpSource(source)));
    }
    if (!response.isSuccessful()) return response; // The status speaks for it.
    throw new MalformedAnswerException(
        "Expected the answer in the function that was asked for but found something else");
  }

  /** Returns where the parenthesis is that follows, or -1. */
  private static int parenthesis(BufferedSource source, int from) throws IOException {
    for (int at = from; at < from + SPACES && source.request(at + 1L); at++) {
      byte found = source.getBuffer().getByte(at);
      if (found == '(') return at;
      if (!isSpace(found)) return -1;
    }
    return -1;
  }

  static boolean isSpace(byte found) {
    return found == ' ' || found == '\t' || found == '\n' || found == '\r';
  }

  private static Response asJson(Response response, BufferedSource json) {
    return response
        .newBuilder()
        .removeHeader("Content-Length")
        .header("Content-Type", JSON.toString())
        .body(ResponseBody.create(json, JSON, -1))
        .build();
  }
}
