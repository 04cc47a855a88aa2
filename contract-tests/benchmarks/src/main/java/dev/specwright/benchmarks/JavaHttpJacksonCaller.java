package dev.specwright.benchmarks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.specwright.benchmarks.rival.TicketAnswer;
import dev.specwright.benchmarks.rival.TicketPageAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The JDK's own client and Jackson databind. */
final class JavaHttpJacksonCaller implements Caller {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final JsonMapper mapper =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private final ObjectReader ticket = mapper.readerFor(TicketAnswer.class);
  private final ObjectReader tickets = mapper.readerFor(TicketPageAnswer.class);
  private final String server;
  private final String basic =
      "Basic "
          + Base64.getEncoder()
              .encodeToString((EMAIL + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));

  JavaHttpJacksonCaller(String server) {
    this.server = server.substring(0, server.length() - 1);
  }

  @Override
  public Object ticket() throws IOException, InterruptedException {
    return ((TicketAnswer) read(TICKET, ticket)).data;
  }

  @Override
  public Object tickets() throws IOException, InterruptedException {
    return ((TicketPageAnswer) read(TICKETS, tickets)).data;
  }

  private Object read(String path, ObjectReader reader) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + path))
            .header("Authorization", basic)
            .header("X-Auth-Client-Id", KEY)
            .build();
    return reader.readValue(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
  }
}
