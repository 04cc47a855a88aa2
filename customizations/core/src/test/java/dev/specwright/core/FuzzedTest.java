package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.specwright.fuzzing.FuzzSearch;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What comes from outside, or must not get there, with input that nobody thought of; see
 * customizations/README.md.
 */
class FuzzedTest {
  private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

  /** Of the year 9999, the last that an HTTP date can tell. */
  private static final long LAST_SECOND = 253_402_300_799L;

  private static final String SECRET = "planted~secret";
  private static final Request DELETE_NOTE = new NotesClient().build().deleteNote("7").request();

  @TestFactory
  Stream<DynamicTest> noSearchFindsAnInputThatFails() {
    return FuzzSearch.of(FuzzedTest.class);
  }

  @FuzzTest
  void retryAfterIsThePauseThatItSaysOrNothing(FuzzedDataProvider data) {
    Instant now = Instant.ofEpochSecond(data.consumeLong(-62_135_596_800L, LAST_SECOND));
    int seconds = data.consumeInt(0, 999_999_999);
    assertEquals(Duration.ofSeconds(seconds), RetryAfter.read(" 0" + seconds, now));
    if (now.getEpochSecond() + seconds <= LAST_SECOND) {
      String date = HTTP_DATE.format(now.plusSeconds(seconds).atOffset(ZoneOffset.UTC));
      assertEquals(Duration.ofSeconds(seconds), RetryAfter.read(date, now));
    }
    Duration pause = RetryAfter.read(data.consumeRemainingAsString(), now);
    assertTrue(
        pause == null
            || (!pause.isNegative() && pause.compareTo(Duration.ofSeconds(999_999_999)) <= 0));
  }

  @FuzzTest
  void noTextShowsASecretWhereverItStands(FuzzedDataProvider data) {
    HttpUrl.Builder url =
        HttpUrl.get("https://notes.example/base/").newBuilder().addPathSegments("notes/7");
    for (int i = data.consumeInt(0, 4); i > 0; i--) {
      url.addQueryParameter(data.consumeString(10), withoutSecret(data.consumeString(10)));
    }
    url.addQueryParameter("access_token", SECRET);
    FormBody.Builder form = new FormBody.Builder();
    for (int i = data.consumeInt(0, 4); i > 0; i--) {
      form.add(data.consumeString(10), withoutSecret(data.consumeString(10)));
    }
    form.add("oauth_token", SECRET);
    HttpUrl whole = url.fragment(data.consumeString(5)).build();
    Request request =
        DELETE_NOTE
            .newBuilder()
            .url(whole)
            .method("DELETE", form.build())
            .header("Authorization", SECRET)
            .header("X-Key", SECRET)
            .build();

    String curl = SafeText.curl(request, Notes.DESCRIPTION);
    assertSecretIsNotIn(curl);
    assertEquals("", unquoted(curl), curl);
    String line = SafeText.of(request, Notes.DESCRIPTION);
    assertSecretIsNotIn(line);
  }

  /** A form writes the tilde as %7E. */
  private static void assertSecretIsNotIn(String text) {
    for (String spelling : Spellings.of(SECRET)) assertFalse(text.contains(spelling), text);
  }

  private static String withoutSecret(String text) {
    return text.replace(SECRET, "");
  }

  /** What a shell would see outside of quotation marks, but for the words of the command. */
  private static String unquoted(String curl) {
    return curl.replace("'\\''", "")
        .replaceAll("(?s)'[^']*'", "")
        .replaceAll("^curl -X DELETE | -H | --data ", "")
        .strip();
  }
}
