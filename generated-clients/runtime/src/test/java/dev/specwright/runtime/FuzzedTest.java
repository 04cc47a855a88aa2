package dev.specwright.runtime;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.specwright.fuzzing.FuzzSearch;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okio.Buffer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** JSON that nobody thought of, which Moshi's reader has to take or refuse as ours does. */
class FuzzedTest {
  /** More than Moshi takes for a number is none of its rules. */
  private static final int LONGEST = 1000;

  private static final Pattern MORE_DIGITS_THAN_A_LONG = Pattern.compile("[0-9]{20}");
  private static final Pattern LARGE_EXPONENT = Pattern.compile("[eE][+-]?[0-9]{10}");

  @TestFactory
  Stream<DynamicTest> noSearchFindsAnInputThatFails() {
    return FuzzSearch.of(FuzzedTest.class);
  }

  @FuzzTest
  void jsonIsReadAsMoshiReadsIt(byte[] data) {
    if (data.length < 1 || data.length > LONGEST || holdsOddBytes(data)) return;
    // The first byte says how the rest arrives: at once, or in pieces.
    int chunk = Math.floorMod(data[0], 8);
    byte[] text = new byte[data.length - 1];
    System.arraycopy(data, 1, text, 0, text.length);
    // Behind an exponent that is too large, the two refuse what follows with different exceptions.
    if (LARGE_EXPONENT.matcher(new String(text, US_ASCII)).find()) return;
    // 922337203685477580800 is 0 in 64 bits, so that Moshi takes it for the start of 01.
    if (MORE_DIGITS_THAN_A_LONG.matcher(new String(text, US_ASCII)).find()) return;
    ReaderComparison.assertSameValue(text, chunk);
    ReaderComparison.assertSameSkipped(text, chunk);
    // Of what is no value, Moshi may say so when it reads a part of it, ours at the part after it.
    if (isValue(text)) ReaderComparison.assertSameSingles(text, chunk);
  }

  private static boolean isValue(byte[] text) {
    try {
      JsonReader reader = JsonReader.of(new Buffer().write(text));
      reader.skipValue();
      return reader.peek() == JsonReader.Token.END_DOCUMENT;
    } catch (IOException | JsonDataException e) {
      return false;
    }
  }

  /** Moshi takes it for the end; no UTF-8 has it. */
  private static boolean holdsOddBytes(byte[] data) {
    for (byte each : data) {
      if (each == (byte) 0xFF) return true;
    }
    return false;
  }
}
