package dev.specwright.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import okio.Buffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A comparison of readers that read different things would be worth nothing. */
class AgreementTest {
  private static final int ROWS = 120; // some of them interrupted, some with a photo

  @ParameterizedTest
  @EnumSource(value = Readers.class, mode = EnumSource.Mode.EXCLUDE, names = "BYTE_SCAN")
  void allReadWhatIsInTheDocument(Readers reader) throws IOException {
    for (Subject subject : Subject.values()) {
      byte[] document = subject.document(ROWS);
      Object value = reader.reader(subject).read(document);
      Object read =
          reader == Readers.SPECWRIGHT
              ? Tree.of(utf8(subject.adapter().toJson(value)))
              : Tree.ofRival(value);
      assertEquals(Tree.of(document), read, subject.toString());
    }
  }

  @ParameterizedTest
  @EnumSource(Body.class)
  void allWriteTheSame(Body body) throws IOException {
    Object expected = Tree.of(body.rivalJson(new ObjectMapper()));
    assertEquals(expected, tree(body.api().moshi(), body.value()));
    Buffer buffer = new Buffer();
    Objects.requireNonNull(body.converter().convert(body.value())).writeTo(buffer);
    String sent = buffer.readUtf8();
    switch (body) {
      case JSON -> assertEquals(expected, Tree.of(utf8(sent)));
      case JSON_IN_FORM -> {
        Map<String, Object> fields = new TreeMap<>();
        for (Map.Entry<String, String> each : form(sent).entrySet()) {
          fields.put(each.getKey(), Tree.of(utf8(each.getValue())));
        }
        assertEquals(expected, fields);
      }
      case PHP_FORM -> {
        Map<String, String> fields = new TreeMap<>();
        flatten("ticket", expected, fields);
        assertEquals(fields, form(sent));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Callers.class)
  void allGetTheSameAnswer(Callers caller) throws IOException, InterruptedException {
    try (LoopbackServer server = WholeCall.server();
        Caller client = caller.caller(server.url())) {
      byte[] ticket = Documents.ticketAnswer();
      assertEquals(data(ticket), answer(caller, client.ticket()));
      byte[] tickets = Documents.ticketsAnswer(WholeCall.TICKETS);
      assertEquals(data(tickets), answer(caller, client.tickets()));
    }
  }

  private static Object answer(Callers caller, Object value) throws IOException {
    return switch (caller) {
      case RAW_OKHTTP -> data((byte[]) value);
      case SPECWRIGHT -> tree(Subject.TICKETS.api().moshi(), value);
      default -> Tree.ofRival(value);
    };
  }

  private static Object data(byte[] answer) throws IOException {
    return Objects.requireNonNull(((Map<?, ?>) Tree.of(answer)).get("data"));
  }

  private static Object tree(Moshi moshi, Object value) throws IOException {
    return Tree.of(utf8(moshi.<Object>adapter(value.getClass()).toJson(value)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, String> form(String body) {
    Map<String, String> fields = new TreeMap<>();
    for (String field : List.of(body.split("&", -1))) {
      int equals = field.indexOf('=');
      fields.put(
          URLDecoder.decode(field.substring(0, equals), StandardCharsets.UTF_8),
          URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return fields;
  }

  private static void flatten(String name, Object value, Map<String, String> fields) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, member) -> flatten(name + "[" + key + "]", member, fields));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) flatten(name + "[" + i + "]", list.get(i), fields);
    } else {
      fields.put(
          name, value instanceof BigDecimal number ? number.toPlainString() : value.toString());
    }
  }
}
