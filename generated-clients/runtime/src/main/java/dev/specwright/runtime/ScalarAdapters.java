package dev.specwright.runtime;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Adapters for single values. Each is a class of its own, although few lines differ: a virtual
 * machine compiles a call into the code around it only where one class is ever called.
 */
final class ScalarAdapters {
  private ScalarAdapters() {}

  /**
   * Whether there is no value: null, or if {@code lenient} an empty text, as PHP may write where
   * there is no number.
   */
  private static boolean isMissing(JsonByteReader reader, boolean lenient) throws IOException {
    return reader.nextNull() || (lenient && reader.nextEmptyString());
  }

  /** A string, or the text of a number. */
  static final class OfString extends ByteJsonAdapter<String> {
    @Override
    public @Nullable String read(JsonByteReader reader) throws IOException {
      return reader.nextNull() ? null : reader.nextString();
    }

    @Override
    public void write(JsonTokenWriter writer, String value) throws IOException {
      writer.value(value);
    }
  }

  /** A whole number of 64 bits. */
  static final class OfLong extends ByteJsonAdapter<Long> {
    private final boolean lenient;

    OfLong(boolean lenient) {
      this.lenient = lenient;
    }

    @Override
    public @Nullable Long read(JsonByteReader reader) throws IOException {
      return isMissing(reader, lenient) ? null : reader.nextLong();
    }

    @Override
    public void write(JsonTokenWriter writer, Long value) throws IOException {
      writer.value(value.longValue());
    }
  }

  /** A whole number of 32 bits. */
  static final class OfInteger extends ByteJsonAdapter<Integer> {
    private final boolean lenient;

    OfInteger(boolean lenient) {
      this.lenient = lenient;
    }

    @Override
    public @Nullable Integer read(JsonByteReader reader) throws IOException {
      return isMissing(reader, lenient) ? null : reader.nextInt();
    }

    @Override
    public void write(JsonTokenWriter writer, Integer value) throws IOException {
      writer.value(value.longValue());
    }
  }

  /** A number with a fraction. */
  static final class OfDouble extends ByteJsonAdapter<Double> {
    private final boolean lenient;

    OfDouble(boolean lenient) {
      this.lenient = lenient;
    }

    @Override
    public @Nullable Double read(JsonByteReader reader) throws IOException {
      return isMissing(reader, lenient) ? null : reader.nextDouble();
    }

    @Override
    public void write(JsonTokenWriter writer, Double value) throws IOException {
      writer.value(value);
    }
  }

  /** A number with all its digits. */
  static final class OfDecimal extends ByteJsonAdapter<BigDecimal> {
    private final boolean lenient;

    OfDecimal(boolean lenient) {
      this.lenient = lenient;
    }

    @Override
    public @Nullable BigDecimal read(JsonByteReader reader) throws IOException {
      return isMissing(reader, lenient) ? null : reader.nextDecimal();
    }

    @Override
    public void write(JsonTokenWriter writer, BigDecimal value) throws IOException {
      writer.value(value);
    }
  }

  /** A moment as UNIX seconds. */
  static final class OfInstant extends ByteJsonAdapter<Instant> {
    private final boolean lenient;

    OfInstant(boolean lenient) {
      this.lenient = lenient;
    }

    @Override
    public @Nullable Instant read(JsonByteReader reader) throws IOException {
      if (isMissing(reader, lenient)) return null;
      long seconds = reader.nextLong();
      if (seconds < Instant.MIN.getEpochSecond() || seconds > Instant.MAX.getEpochSecond()) {
        throw reader.unexpectedForm();
      }
      return Instant.ofEpochSecond(seconds);
    }

    @Override
    public void write(JsonTokenWriter writer, Instant value) throws IOException {
      writer.value(value.getEpochSecond());
    }
  }

  /** True or false; if lenient also 1, 0 and these as texts. */
  static final class OfBoolean extends ByteJsonAdapter<Boolean> {
    private final boolean lenient;

    OfBoolean(boolean lenient) {
      this.lenient = lenient;
    }

    @Override
    public @Nullable Boolean read(JsonByteReader reader) throws IOException {
      if (isMissing(reader, lenient)) return null;
      return lenient ? flag(reader) : reader.nextBoolean();
    }

    @Override
    public void write(JsonTokenWriter writer, Boolean value) throws IOException {
      writer.value(value);
    }
  }

  /** 1 for true, 0 for false. */
  static final class OfZeroOrOne extends ByteJsonAdapter<Boolean> {
    private final boolean lenient;

    OfZeroOrOne(boolean lenient) {
      this.lenient = lenient;
    }

    @Override
    public @Nullable Boolean read(JsonByteReader reader) throws IOException {
      int bit = reader.nextBit();
      if (bit >= 0) return bit == 1;
      return isMissing(reader, lenient) ? null : flag(reader);
    }

    @Override
    public void write(JsonTokenWriter writer, Boolean value) throws IOException {
      writer.value(value ? 1 : 0);
    }
  }

  private static boolean flag(JsonByteReader reader) throws IOException {
    JsonReader.Token token = reader.peek();
    if (token == JsonReader.Token.BOOLEAN) return reader.nextBoolean();
    if (token == JsonReader.Token.NUMBER) {
      long number = reader.nextLong();
      if (number == 0 || number == 1) return number == 1;
    } else {
      String text = reader.nextString();
      if (text.equals("1") || text.equals("true")) return true;
      if (text.equals("0") || text.equals("false")) return false;
    }
    throw new JsonDataException("Expected true, false, 1 or 0 at " + reader.path());
  }

  /** A value with a text of its own. */
  static final class OfText<T> extends ByteJsonAdapter<T> {
    private final Function<String, T> parse;
    private final Function<T, String> print;

    /**
     * @param parse throws an IllegalArgumentException or a DateTimeException for a text that is
     *     none
     */
    OfText(Function<String, T> parse, Function<T, String> print) {
      this.parse = parse;
      this.print = print;
    }

    @Override
    public @Nullable T read(JsonByteReader reader) throws IOException {
      if (reader.nextNull()) return null;
      try {
        return parse.apply(reader.nextString());
      } catch (IllegalArgumentException | DateTimeException e) {
        // Without its message, which quotes the value
        throw reader.unexpectedForm();
      }
    }

    @Override
    public void write(JsonTokenWriter writer, T value) throws IOException {
      writer.value(print.apply(value));
    }
  }
}
