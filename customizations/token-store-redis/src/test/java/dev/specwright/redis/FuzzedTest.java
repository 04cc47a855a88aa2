package dev.specwright.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.specwright.core.TokenStore.Entry;
import dev.specwright.fuzzing.FuzzSearch;
import java.time.Instant;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Entries that others may have written, with input that nobody thought of. */
class FuzzedTest {
  private static final SealedEntries SEALED =
      new SealedEntries(new SecretKeySpec(new byte[32], "AES"));

  @TestFactory
  Stream<DynamicTest> noSearchFindsAnInputThatFails() {
    return FuzzSearch.of(FuzzedTest.class);
  }

  @FuzzTest
  void whatWasNotSealedHereIsNoEntry(byte[] text) {
    assertNull(SEALED.open("place", new String(text, UTF_8)));
  }

  @FuzzTest
  void sealedEntryOpensUnchangedInItsPlaceOrNotAtAll(FuzzedDataProvider data) {
    String token = new String(data.consumeString(50).getBytes(UTF_8), UTF_8);
    Entry entry = new Entry(token, Instant.ofEpochMilli(data.consumeInt()));
    String place = data.consumeString(10);
    String text = SEALED.seal(place, entry);
    assertEquals(entry, SEALED.open(place, text));
    assertNull(SEALED.open(place + "x", text));

    StringBuilder changed = new StringBuilder(text);
    changed.setCharAt(data.consumeInt(0, text.length() - 1), data.consumeChar());
    Entry opened = SEALED.open(place, changed.toString());
    assertTrue(opened == null || opened.equals(entry));
  }
}
