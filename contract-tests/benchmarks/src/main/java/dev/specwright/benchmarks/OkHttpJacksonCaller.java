package dev.specwright.benchmarks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.specwright.benchmarks.rival.TicketAnswer;
import dev.specwright.benchmarks.rival.TicketPageAnswer;
import java.io.IOException;
import okhttp3.Response;

/** OkHttp and Jackson databind. */
final class OkHttpJacksonCaller implements Caller {
  private final OkHttpCalls calls;
  private final JsonMapper mapper =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private final ObjectReader ticket = mapper.readerFor(TicketAnswer.class);
  private final ObjectReader tickets = mapper.readerFor(TicketPageAnswer.class);

  OkHttpJacksonCaller(String server) {
    calls = new OkHttpCalls(server);
  }

  @Override
  public Object ticket() throws IOException {
    return ((TicketAnswer) read(TICKET, ticket)).data;
  }

  @Override
  public Object tickets() throws IOException {
    return ((TicketPageAnswer) read(TICKETS, tickets)).data;
  }

  private Object read(String path, ObjectReader reader) throws IOException {
    try (Response response = calls.get(path).execute()) {
      // From the bytes: Jackson reads those faster than a stream.
      return reader.readValue(response.body().bytes());
    }
  }

  @Override
  public void close() {
    calls.close();
  }
}
