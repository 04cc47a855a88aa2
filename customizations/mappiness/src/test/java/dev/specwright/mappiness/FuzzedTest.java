package dev.specwright.mappiness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.specwright.fuzzing.FuzzSearch;
import dev.specwright.mappiness.model.ResponseRow;
import dev.specwright.runtime.MalformedAnswerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What comes from outside, with input that nobody thought of; see customizations/README.md. */
class FuzzedTest {
  private static final Pattern HMAC = Pattern.compile("[.][0-9a-f]{28}(?![0-9a-f])");

  @TestFactory
  Stream<DynamicTest> noSearchFindsAnInputThatFails() {
    return FuzzSearch.of(FuzzedTest.class);
  }

  @FuzzTest
  void linkIsKeptAsItIsOrRefused(byte[] data) {
    String text = new String(data, UTF_8);
    MappinessLink link;
    try {
      link = MappinessLink.parse(text);
    } catch (IllegalArgumentException e) {
      assertTrue(String.valueOf(e.getMessage()).startsWith("Expected a link, "), e.getMessage());
      assertFalse(HMAC.matcher(String.valueOf(e.getMessage())).find(), e.getMessage());
      return;
    }
    assertEquals(text, link.url());
    assertEquals(text, HttpUrl.get(text).toString());
    assertTrue(text.startsWith(link.base()) && text.endsWith("/" + link.target()), text);
    assertFalse(HMAC.matcher(link.toString()).find(), link.toString());
  }

  @FuzzTest
  void secretIsOneSegmentOrRefused(byte[] data) {
    String text = new String(data, UTF_8);
    try {
      Mappiness.builder().secret(text);
    } catch (IllegalArgumentException e) {
      assertFalse(text.length() > 12 && String.valueOf(e.getMessage()).contains(text));
      return;
    }
    HttpUrl url = HttpUrl.get("https://mappiness.me/").newBuilder().addPathSegment(text).build();
    assertEquals("https://mappiness.me/" + text, url.toString());
    assertEquals(2, text.chars().filter(each -> each == '.').count());
  }

  // ---- CSV

  @FuzzTest
  void csvIsReadTheSameWayHoweverItArrives(byte[] data) {
    assertEquals(read(new Buffer().write(data)), read(byteByByte(data)));
  }

  private static List<Object> read(BufferedSource source) {
    List<Object> read = new ArrayList<>();
    try (CsvRows rows = CsvRows.of(ResponseBody.create(source, null, -1))) {
      rows.forEachRemaining(read::add);
    } catch (UncheckedIOException e) {
      assertInstanceOf(MalformedAnswerException.class, e.getCause());
      read.add(String.valueOf(e.getMessage()));
    }
    return read;
  }

  @FuzzTest
  void csvThatIsWrittenByTheRulesIsReadAsItWas(FuzzedDataProvider data) {
    List<String> written = new ArrayList<>();
    Buffer csv = new Buffer().writeUtf8("notes,place\n");
    for (int i = data.consumeInt(0, 20); i > 0; i--) {
      // A half of a pair of surrogates is no text.
      String note = new String(data.consumeString(20).getBytes(UTF_8), UTF_8);
      written.add(note);
      csv.writeUtf8("\"" + note.replace("\"", "\"\"") + "\",x\n");
    }
    List<String> read = new ArrayList<>();
    try (CsvRows rows = CsvRows.of(ResponseBody.create(csv, null, -1))) {
      for (ResponseRow row : rows.stream().toList()) read.add(requireNonNull(row.notes()));
    }
    assertEquals(written, read);
  }

  // ---- JSON-P

  @FuzzTest
  void jsonpIsUnwrappedTheSameWayHoweverItArrives(byte[] data) throws IOException {
    String whole = unwrapped(new Buffer().write(data));
    assertEquals(whole, unwrapped(byteByByte(data)));
    Buffer wrapped = new Buffer().write(data).writeUtf8(") ;\n");
    assertEquals(new String(data, UTF_8), unwrapped(wrapped));
  }

  private static String unwrapped(BufferedSource source) throws IOException {
    try (BufferedSource json = Okio.buffer(new JsonpSource(source))) {
      return json.readUtf8();
    } catch (MalformedAnswerException e) {
      return "refused: " + e.getMessage();
    }
  }

  private static BufferedSource byteByByte(byte[] data) {
    return Okio.buffer(
        new ForwardingSource(new Buffer().write(data)) {
          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            return super.read(sink, Math.min(byteCount, 1));
          }
        });
  }
}
