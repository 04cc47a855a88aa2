package dev.specwright.runtime;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON from the bytes of a source, several times as fast as Moshi's {@link JsonReader}, which
 * it agrees with about what is JSON, which values convert into which types, and what is thrown:
 * {@link JsonEncodingException} for what is no JSON, {@link JsonDataException} for JSON of another
 * kind, {@link java.io.EOFException} for JSON that breaks off. Unlike Moshi's, its messages never
 * quote a value.
 *
 * <p>What makes it fast: it looks for an object's members in the order in which the document has
 * them, and compares a whole name at once; a number is made of its digits without a text; the bytes
 * of a string are looked at eight at a time.
 */
public final class JsonByteReader extends JsonWindow {
  /** What {@link #nextName} returns at the end of an object. */
  public static final int END_OBJECT = -1;

  /** Moshi's limit. */
  private static final int MAX_DEPTH = 255;

  /** Position in an object or array in which nothing was read yet. */
  private static final int START = -1;

  private final String root;
  private int depth = -1;

  /** In an array the index of the element, in an object that of the name. */
  private int position;

  /** The positions in the objects and arrays around this one. */
  private int[] positions = new int[8];

  /**
   * In an object the {@link JsonNames}, or the last name itself if they do not have it: a {@link
   * SeenName} or a text.
   */
  private @Nullable Object[] names = new Object[8];

  private JsonByteReader(BufferedSource source, String root) {
    super(source);
    this.root = root;
  }

  /**
   * Returns a reader of the JSON text in {@code source}, of which it may take more than it reads.
   */
  public static JsonByteReader of(BufferedSource source) {
    return new JsonByteReader(source, "$");
  }

  /** Returns a reader of a value that stands at {@code path} in a larger text. */
  static JsonByteReader at(String path, BufferedSource source) {
    return new JsonByteReader(source, path);
  }

  // ---- structure

  /** Enters an object; its members are read with {@link #nextName}. */
  public void beginObject(JsonNames expected) throws IOException {
    // The bracket stays until the first name: it is in front of that what a comma is later.
    if (nextByte() != '{') throw unexpected("BEGIN_OBJECT");
    push(expected);
  }

  /**
   * Moves to the value of the object's next member.
   *
   * @param expected the names that {@link #beginObject} was given
   * @return the index of its name; {@link #END_OBJECT} if there is none, and the object was left;
   *     another negative number if {@code expected} does not have it, and {@link #unknownName} does
   */
  public int nextName(JsonNames expected) throws IOException {
    int guess = position + 1;
    int length = expected.lengthOfMemberAt(guess, bytes, next + 1);
    if (length == 0 || (bytes[next] != ',' && position != START)) return findName(expected);
    next += 1 + length;
    position = guess;
    return guess;
  }

  private int findName(JsonNames expected) throws IOException {
    if (!moveToName()) return END_OBJECT;
    int length = plainLength();
    int from = next + 1;
    int found;
    if (bytes[from + length] == '"') {
      found = expected.find(bytes, from, from + length);
      names[depth] = found < 0 ? plain(from, length) : expected;
      next = from + length + 1;
    } else {
      String name = escapedText(length);
      found = expected.find(name);
      names[depth] = found < 0 ? name : expected;
    }
    position = found;
    colon();
    return found;
  }

  /** Returns the name of the member that {@link #nextName} moved to and did not find. */
  public String unknownName() {
    return (String) names[depth];
  }

  /**
   * Moves to the value of the object's next member, whatever its name.
   *
   * @return the name; null if there is none, and the object was left
   */
  @Nullable String nextName() throws IOException {
    SeenName last = names[depth] instanceof SeenName name ? name : null;
    SeenName found = last == null ? null : last.nextAt(bytes, next + 1);
    if (found != null && (bytes[next] == ',' || position == START)) {
      next += 1 + found.lengthAt(bytes, next + 1);
      position = JsonNames.NONE;
      names[depth] = found;
      return found.text;
    }
    if (!moveToName()) return null;
    String text = text();
    found = seenNames().add(last, text);
    position = JsonNames.NONE;
    names[depth] = found == null ? text : found;
    colon();
    return found == null ? text : found.text;
  }

  private boolean moveToName() throws IOException {
    boolean first = position == START;
    if (first) next++;
    int found = nextByte();
    if (found == '}') {
      next++;
      pop();
      return false;
    }
    if (!first) {
      if (found != ',') throw malformed("Unterminated object");
      next++;
      found = nextByte();
    }
    if (found != '"') throw malformed("Expected name");
    return true;
  }

  private void colon() throws IOException {
    if (nextByte() != ':') throw malformed("Expected ':'");
    next++;
  }

  /** Enters an object; its members are read with {@link #nextName()}. */
  void beginObject() throws IOException {
    if (nextByte() != '{') throw unexpected("BEGIN_OBJECT");
    push(seenNames().start(depth + 1));
  }

  private @Nullable SeenNames seenNames;

  private SeenNames seenNames() {
    if (seenNames == null) seenNames = new SeenNames();
    return seenNames;
  }

  /** Enters an array; its elements are read with {@link #nextElement}. */
  public void beginArray() throws IOException {
    if (nextByte() != '[') throw unexpected("BEGIN_ARRAY");
    next++;
    push(null);
  }

  /** Moves to the array's next element; false if there is none, and the array was left. */
  public boolean nextElement() throws IOException {
    int found = nextByte();
    if (found == ']') {
      next++;
      pop();
      return false;
    }
    if (position++ == START) return true;
    if (found != ',') throw malformed("Unterminated array");
    next++;
    if (nextByte() == ']') throw malformed("Expected an element");
    return true;
  }

  private void push(@Nullable Object expected) {
    // Moshi's own stack begins with the document.
    if (depth == MAX_DEPTH - 1) throw new JsonDataException("Nesting too deep at " + path());
    if (depth >= 0) positions[depth] = position;
    depth++;
    if (depth == positions.length) {
      positions = Arrays.copyOf(positions, 2 * depth);
      names = Arrays.copyOf(names, 2 * depth);
    }
    position = START;
    names[depth] = expected;
  }

  private void pop() {
    depth--;
    if (depth >= 0) position = positions[depth];
  }

  /** Returns what comes next. */
  public JsonReader.Token peek() throws IOException {
    if (depth < 0 && isAtEnd()) return JsonReader.Token.END_DOCUMENT;
    return switch (nextByte()) {
      case '{' -> JsonReader.Token.BEGIN_OBJECT;
      case '[' -> JsonReader.Token.BEGIN_ARRAY;
      case '"' -> JsonReader.Token.STRING;
      case 't', 'T', 'f', 'F' -> JsonReader.Token.BOOLEAN;
      case 'n', 'N' -> JsonReader.Token.NULL;
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> JsonReader.Token.NUMBER;
      default -> throw malformed("Expected a value");
    };
  }

  // ---- single values

  /** Reads null, if it comes next. */
  public boolean nextNull() throws IOException {
    int found = nextByte();
    if (found != 'n' && found != 'N') return false;
    keyword("null");
    return true;
  }

  /** Reads true or false. */
  public boolean nextBoolean() throws IOException {
    int found = nextByte();
    if (found != 't' && found != 'T' && found != 'f' && found != 'F') {
      throw unexpected("a boolean");
    }
    boolean value = found == 't' || found == 'T';
    keyword(value ? "true" : "false");
    return value;
  }

  /** In small or capital letters, as Moshi. */
  private void keyword(String word) throws IOException {
    for (int i = 0; i < word.length(); i++) {
      if (next + i == end) more();
      if ((bytes[next + i] | 0x20) != word.charAt(i)) throw malformed("Expected a value");
    }
    next += word.length();
    if (next == end) more();
    if (next < end && isLiteral(bytes[next])) throw malformed("Expected a value");
  }

  /** Reads a string; of a number, its text. */
  public String nextString() throws IOException {
    int found = nextByte();
    if (found == '"') return text();
    if (found != '-' && (found < '0' || found > '9')) throw unexpected("a string");
    scanNumber();
    return number();
  }

  /** Reads an empty string, if it comes next. */
  boolean nextEmptyString() throws IOException {
    if (nextByte() != '"' || plainLength() != 0 || bytes[next + 1] != '"') return false;
    next += 2;
    return true;
  }

  /**
   * Reads a string that is one of {@code values}, and returns its index.
   *
   * @return a negative number if what comes next is something else, and was not read
   */
  public int nextString(JsonNames values) throws IOException {
    if (nextByte() != '"') return JsonNames.NONE;
    int length = plainLength();
    int from = next + 1;
    if (bytes[from + length] != '"') return JsonNames.NONE;
    int found = values.find(bytes, from, from + length);
    if (found >= 0) next = from + length + 1;
    return found;
  }

  /**
   * Reads 0 or 1, if it comes next with nothing behind it, and returns it; else a negative number.
   */
  int nextBit() {
    int bit = bytes[next] - '0';
    if ((bit != 0 && bit != 1) || (bytes[next + 1] != ',' && bytes[next + 1] != '}')) return -1;
    next++;
    return bit;
  }

  /**
   * Reads a whole number, also from a string.
   *
   * @throws JsonDataException if it is no whole number of 64 bits
   */
  public long nextLong() throws IOException {
    int digit = nextByte() - '0';
    if (digit >= 0 && digit <= 9 && (bytes[next + 1] == ',' || bytes[next + 1] == '}')) {
      next++;
      return digit;
    }
    String text = numberAsText("a long");
    if (text == null && decimals == 0) {
      next = numberEnd;
      return mantissa;
    }
    try {
      return decimal(text == null ? number() : text).longValueExact();
    } catch (NumberFormatException | ArithmeticException e) {
      throw unexpectedForm();
    }
  }

  /**
   * Reads a whole number, also from a string.
   *
   * @throws JsonDataException if it is no whole number of 32 bits
   */
  public int nextInt() throws IOException {
    String text = numberAsText("an int");
    if (text != null) {
      try {
        return Integer.parseInt(text); // also in digits of another script, as Moshi
      } catch (NumberFormatException e) {
        // With a fraction or an exponent, or no number.
      }
    }
    double value = number(text);
    if (value != (int) value) throw unexpectedForm();
    return (int) value;
  }

  /**
   * Reads a number, also from a string.
   *
   * @throws JsonEncodingException if it is too large for a double
   */
  public double nextDouble() throws IOException {
    double value = number(numberAsText("a double"));
    if (!Double.isFinite(value)) throw malformed("JSON forbids NaN and infinities");
    return value;
  }

  /** Returns the number that {@link #numberAsText} returned as {@code text}. */
  private double number(@Nullable String text) {
    if (text == null && Math.abs(mantissa) <= MAX_EXACT) {
      // Both are exact as doubles, so that one division rounds correctly.
      double magnitude = Math.abs(mantissa) / POWERS_OF_TEN[decimals];
      boolean negative = bytes[next] == '-';
      next = numberEnd;
      return negative ? -magnitude : magnitude;
    }
    try {
      return Double.parseDouble(text == null ? number() : text);
    } catch (NumberFormatException e) {
      throw unexpectedForm();
    }
  }

  /** Reads a number: a Long where it fits, else a BigDecimal. */
  Number nextNumber() throws IOException {
    int found = nextByte();
    if (found != '-' && (found < '0' || found > '9')) throw unexpected("a number");
    if (!scanNumber()) return exact(nextDecimal());
    next = numberEnd;
    return decimals == 0 ? (Number) mantissa : BigDecimal.valueOf(mantissa, decimals);
  }

  private static Number exact(BigDecimal number) {
    // 1E+400000000 as a long would first be written out in full
    if (number.scale() > 0 || number.precision() - number.scale() > 19) return number;
    try {
      return number.longValueExact();
    } catch (ArithmeticException tooLarge) {
      return number;
    }
  }

  /**
   * Reads a number with all its digits, also from a string.
   *
   * @throws JsonDataException if it is no number
   */
  public BigDecimal nextDecimal() throws IOException {
    String text = numberAsText("a number");
    if (text == null) {
      next = numberEnd;
      return BigDecimal.valueOf(mantissa, decimals);
    }
    return decimal(text);
  }

  // ---- numbers

  /** Far more digits than anybody means; to convert a million takes minutes. */
  private static final int MAX_DIGITS = 1000;

  private BigDecimal decimal(String text) {
    if (text.length() > MAX_DIGITS) throw unexpectedForm();
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw unexpectedForm();
    }
  }

  private static final long MAX_EXACT = 1L << 53;
  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18
  };

  /** What {@link #scanNumber} found: the digits as one number, and how many are decimals. */
  private long mantissa;

  private int decimals;
  private int numberEnd;

  /**
   * Looks at the number that comes next, without reading it.
   *
   * @return whether {@link #mantissa} and {@link #decimals} hold it; else it has an exponent, or
   *     more digits than a long
   */
  private boolean scanNumber() throws IOException {
    while (true) {
      byte[] bytes = this.bytes;
      boolean negative = bytes[next] == '-';
      int begin = negative ? next + 1 : next;
      int at = begin;
      long value = 0;
      for (int d; (d = bytes[at] - '0') >= 0 && d <= 9; at++) value = 10 * value + d;
      int digits = at - begin;
      boolean valid = digits == 1 || (digits > 1 && bytes[begin] != '0');
      int fraction = 0;
      if (bytes[at] == '.') {
        int point = at++;
        for (int d; (d = bytes[at] - '0') >= 0 && d <= 9; at++) value = 10 * value + d;
        fraction = at - point - 1;
        valid &= fraction > 0;
      }
      boolean exponent = (bytes[at] | 0x20) == 'e';
      if (exponent) {
        at++;
        if (bytes[at] == '+' || bytes[at] == '-') at++;
        int first = at;
        while (bytes[at] >= '0' && bytes[at] <= '9') at++;
        valid &= at > first;
      }
      if (at == end && more()) continue;
      if (!valid || (at < end && isLiteral(bytes[at]))) throw malformed("Expected a number");
      mantissa = negative ? -value : value;
      decimals = fraction;
      numberEnd = at;
      return !exponent && digits + fraction <= 18;
    }
  }

  /** Whether a number or word goes on with this byte. */
  private static boolean isLiteral(int found) {
    return switch (found) {
      case ',', ':', '{', '}', '[', ']', ' ', '\f', '\n', '\r', '\t' -> false;
      default -> true;
    };
  }

  /** Returns null if {@link #mantissa} and {@link #decimals} hold the number that comes next. */
  private @Nullable String numberAsText(String wanted) throws IOException {
    int found = nextByte();
    if (found == '"') return text();
    if (found != '-' && (found < '0' || found > '9')) throw unexpected(wanted);
    return scanNumber() ? null : number();
  }

  /** Reads the number that {@link #scanNumber} looked at. */
  private String number() {
    int from = next;
    next = numberEnd;
    return new String(bytes, from, next - from, StandardCharsets.ISO_8859_1);
  }

  // ---- strings

  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  /** Whether {@link #plainLength} saw nothing but ASCII. */
  private boolean isAscii;

  /**
   * Returns the number of bytes between the quote that comes next and the first quote or backslash
   * behind it.
   */
  private int plainLength() throws IOException {
    int length = 0;
    long seen = 0;
    while (true) {
      int at = next + 1 + length;
      long eight = (long) MemberText.EIGHT_BYTES.get(bytes, at);
      long hits = places(eight, '"') | places(eight, '\\');
      if (hits != 0) {
        int before = Long.numberOfTrailingZeros(hits) & -8;
        seen |= eight & ((1L << before) - 1);
        isAscii = (seen & HIGH_BITS) == 0;
        return length + before / 8;
      }
      seen |= eight;
      length = Math.min(length + 8, end - next - 1);
      if (at + 8 > end && !more()) throw malformed("Unterminated string");
    }
  }

  /**
   * Returns a number whose lowest bit is in the first of the eight bytes that is {@code wanted}.
   */
  private static long places(long eight, char wanted) {
    long zeros = eight ^ (EACH * wanted);
    return (zeros - EACH) & ~zeros & HIGH_BITS;
  }

  private String text() throws IOException {
    int length = plainLength();
    int from = next + 1;
    if (bytes[from + length] != '"') return escapedText(length);
    next = from + length + 1;
    return plain(from, length);
  }

  private @Nullable TextCache cache;

  /** Returns the text of bytes that {@link #plainLength} counted. */
  private String plain(int from, int length) {
    if (cache == null) cache = new TextCache();
    String found = cache.find(bytes, from, length);
    if (found != null) return found;
    Charset charset = isAscii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    String text = new String(bytes, from, length, charset);
    cache.add(bytes, from, length, text);
    return text;
  }

  private final StringBuilder unescaped = new StringBuilder(0);

  private String escapedText(int firstLength) throws IOException {
    StringBuilder text = unescaped;
    text.setLength(0);
    int length = firstLength;
    while (true) {
      text.append(plain(next + 1, length));
      next += 1 + length;
      if (bytes[next] == '"') break;
      text.append(escaped());
      // The last byte of the escape stands where plainLength expects the quote.
      next--;
      length = plainLength();
    }
    next++;
    return text.toString();
  }

  private char escaped() throws IOException {
    next++;
    if (next == end && !more()) throw malformed("Unterminated escape sequence");
    int found = bytes[next++];
    return switch (found) {
      case '"', '\\', '/', '\'', '\n' -> (char) found;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hexadecimal();
      default -> throw malformed("Invalid escape sequence");
    };
  }

  private char hexadecimal() throws IOException {
    while (end - next < 4) {
      if (!more()) throw ended();
    }
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = bytes[next] < 0 ? -1 : Character.digit(bytes[next], 16);
      if (digit < 0) throw malformed("Invalid escape sequence");
      value = 16 * value + digit;
      next++;
    }
    return (char) value;
  }

  private void skipText() throws IOException {
    while (true) {
      int length = plainLength(); // may move next
      next += 1 + length;
      if (bytes[next] == '"') break;
      escaped();
      next--;
    }
    next++;
  }

  // ---- collecting

  private Object[] collected = new Object[16];
  private int collectedEnd;

  /** Number of values that were collected for the lists and maps that are not complete yet. */
  int collected() {
    return collectedEnd;
  }

  /** Keeps a value of a list or map until it is complete. */
  @SuppressWarnings("NullAway") // An array of objects that may be null; 0.12 does not know it.
  void collect(@Nullable Object value) {
    if (collectedEnd == collected.length) collected = Arrays.copyOf(collected, 2 * collectedEnd);
    collected[collectedEnd++] = value;
  }

  /** Returns the values that were collected since there were {@code before}. */
  Object[] collectedSince(int before) {
    Object[] values = Arrays.copyOfRange(collected, before, collectedEnd);
    Arrays.fill(collected, before, collectedEnd, null);
    collectedEnd = before;
    return values;
  }

  // ---- looking ahead

  private static final JsonNames NO_NAMES = JsonNames.of();

  /** Reads the next value, and forgets it. */
  public void skipValue() throws IOException {
    switch (peek()) {
      case BEGIN_OBJECT -> {
        beginObject(NO_NAMES);
        while (moveToName()) {
          skipText();
          position = JsonNames.NONE;
          names[depth] = "";
          colon();
          skipValue();
        }
      }
      case BEGIN_ARRAY -> {
        beginArray();
        while (nextElement()) skipValue();
      }
      case STRING -> skipText();
      case NUMBER -> {
        scanNumber();
        next = numberEnd;
      }
      case BOOLEAN -> nextBoolean();
      case NULL -> nextNull();
      default -> throw ended();
    }
  }

  /** Something to read without moving on. */
  interface Ahead<T> {
    @Nullable T read(JsonByteReader reader) throws IOException;
  }

  /** Returns what {@code ahead} reads, and goes back to where it began. */
  <T> @Nullable T peek(Ahead<T> ahead) throws IOException {
    int level = depth;
    int before = position;
    Object name = level < 0 ? null : names[level];
    keep();
    T value = ahead.read(this);
    next = kept();
    release();
    depth = level;
    position = before;
    if (level >= 0) names[level] = name;
    return value;
  }

  /**
   * Returns the text of a member of the object that comes next, and does not move.
   *
   * @return empty if it has no such member with a text, or no object comes next
   */
  public String peekString(JsonNames name) throws IOException {
    if (peek() != JsonReader.Token.BEGIN_OBJECT) return "";
    String text =
        peek(
            ahead -> {
              ahead.beginObject(name);
              int found = ahead.nextName(name);
              while (found != 0 && found != END_OBJECT) {
                ahead.skipValue();
                found = ahead.nextName(name);
              }
              boolean hasText = found == 0 && ahead.peek() == JsonReader.Token.STRING;
              return hasText ? ahead.nextString() : null;
            });
    return text == null ? "" : text;
  }

  /** Reads the next value, and returns its bytes. */
  Buffer nextValue() throws IOException {
    nextByte();
    keep();
    skipValue();
    int from = kept();
    release();
    return new Buffer().write(bytes, from, next - from);
  }

  // ---- failures

  /** Returns where the reader is, as a JSONPath: {@code $.tickets[3].name}. */
  public String path() {
    StringBuilder path = new StringBuilder(root);
    for (int i = 0; i <= depth; i++) {
      int at = i == depth ? position : positions[i];
      if (names[i] == null) {
        path.append('[').append(Math.max(0, at)).append(']');
      } else if (at != START) {
        path.append('.').append(name(names[i], at));
      }
    }
    return path.toString();
  }

  private static Object name(Object name, int at) {
    if (name instanceof JsonNames known) return known.name(at);
    return name instanceof SeenName seen ? seen.text : name;
  }

  /** Returns the exception for a value of another kind than the one that comes next. */
  JsonDataException unexpected(String wanted) throws IOException {
    JsonReader.Token found = peek();
    String path = path();
    // What is no JSON at all is worse than what is of another kind.
    boolean isWord = found == JsonReader.Token.BOOLEAN || found == JsonReader.Token.NULL;
    if (isWord || found == JsonReader.Token.NUMBER) skipValue();
    return new JsonDataException("Expected " + wanted + " but was " + found + " at path " + path);
  }

  /** Returns the exception for the value just read; does not show it, since it may be a secret. */
  JsonDataException unexpectedForm() {
    return new JsonDataException("Unexpected form of a value at " + path());
  }

  @Override
  TruncatedJsonException ended() {
    return new TruncatedJsonException("End of input at path " + path());
  }

  private JsonEncodingException malformed(String message) {
    return new JsonEncodingException(message + " at path " + path());
  }
}
