package dev.specwright.benchmarks;

import java.io.IOException;
import okhttp3.Response;

/** Reads the bytes of answers, and nothing of them. */
final class RawOkHttpCaller implements Caller {
  private final OkHttpCalls calls;

  RawOkHttpCaller(String server) {
    calls = new OkHttpCalls(server);
  }

  @Override
  public Object ticket() throws IOException {
    return bytes(TICKET);
  }

  @Override
  public Object tickets() throws IOException {
    return bytes(TICKETS);
  }

  private Object bytes(String path) throws IOException {
    try (Response response = calls.get(path).execute()) {
      return response.body().bytes();
    }
  }

  @Override
  public void close() {
    calls.close();
  }
}
