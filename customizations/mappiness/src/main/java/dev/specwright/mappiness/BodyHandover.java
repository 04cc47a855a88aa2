package dev.specwright.mappiness;

import static java.util.Objects.requireNonNull;

import dev.specwright.core.StreamedAnswer;
import dev.specwright.mappiness.model.ResponseRow;
import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.CallRecord;
import java.io.IOException;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer on its way around the decoder, which would read it as a whole. It travels
 * with the call, so that a refused call fails as always.
 */
final class BodyHandover {
  private @Nullable ResponseBody body;

  private BodyHandover() {}

  /** Makes a call and returns the array that it answers, not yet read. */
  static ResponseBody fetch(ApiCall<List<ResponseRow>> call) {
    BodyHandover handover = new BodyHandover();
    requireNonNull(call.request().tag(CallRecord.class)).attach(BodyHandover.class, handover);
    call.fetch();
    if (handover.body == null) {
      throw new IllegalStateException("Expected the body of " + call + " but it was not taken.");
    }
    return handover.body;
  }

  /**
   * Takes the body of an answer that is an array. An application interceptor, the outermost of this
   * client: it wants answers as the caller would see them.
   */
  static final class Taker implements Interceptor {
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    @Override
    public Response intercept(Chain chain) throws IOException {
      CallRecord record = chain.request().tag(CallRecord.class);
      BodyHandover handover = record == null ? null : record.attached(BodyHandover.class);
      if (handover == null) return chain.proceed(chain.request());
      Response response = chain.proceed(streamed(chain.request()));
      if (!response.isSuccessful() || !isArray(response)) return response;
      handover.body = response.body();
      return response.newBuilder().body(ResponseBody.create("[]", JSON)).build();
    }

    private static Request streamed(Request request) {
      return request.newBuilder().tag(StreamedAnswer.class, StreamedAnswer.INSTANCE).build();
    }

    private static boolean isArray(Response response) throws IOException {
      try {
        BufferedSource source = response.body().source();
        JsonRows.skipMark(source);
        while (source.request(1) && JsonpInterceptor.isSpace(source.getBuffer().getByte(0))) {
          source.skip(1);
        }
        return !source.exhausted() && source.getBuffer().getByte(0) == '[';
      } catch (IOException e) {
        response.close();
        throw e;
      }
    }
  }
}
