package dev.specwright.probe;

import dev.specwright.runtime.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ByteString;

/** Keeps what goes to and fro. A network interceptor, so that it sees what is on the wire. */
final class TrafficRecorder implements Interceptor {
  /** More is passed on, and not kept. */
  private static final long KEPT = 16 * 1024 * 1024;

  private final List<Traffic> traffic = new ArrayList<>();

  /** Returns all of it so far. */
  synchronized List<Traffic> traffic() {
    return List.copyOf(traffic);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    // Compressed answers would have to be unpacked here again.
    Request request = chain.request().newBuilder().header("Accept-Encoding", "identity").build();
    Operation operation = Operation.of(request);
    Response response = chain.proceed(request);
    if (operation != null) keep(operation, request, response);
    return response;
  }

  private synchronized void keep(Operation operation, Request request, Response response)
      throws IOException {
    ByteString body = null;
    if (request.body() != null && !request.body().isOneShot()) {
      Buffer buffer = new Buffer();
      request.body().writeTo(buffer);
      body = buffer.readByteString();
    }
    ResponseBody answer = response.peekBody(KEPT + 1);
    ByteString bytes = answer.byteString();
    String query = request.url().encodedQuery();
    traffic.add(
        new Traffic(
            operation.id(),
            request.method(),
            request.url().encodedPath() + (query == null ? "" : "?" + query),
            request.headers(),
            body,
            response.code(),
            response.headers(),
            bytes,
            bytes.size() <= KEPT));
  }
}
