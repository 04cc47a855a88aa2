package dev.specwright.mappiness;

import dev.specwright.runtime.MalformedAnswerException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV by the page's rules: UTF-8, columns separated by commas, rows ended by line feeds,
 * strings in quotation marks when empty or with a comma or a line feed in them. The page does not
 * say how a quotation mark is written inside of quotation marks; here, and commonly, twice. Outside
 * of them it is a character like any other.
 */
final class CsvReader {
  /**
   * One cell.
   *
   * @param text what it holds
   * @param quoted whether it stood in quotation marks
   */
  record Cell(String text, boolean quoted) {
    /** Whether the value is missing; {@code ""} is an empty string. */
    boolean isMissing() {
      return text.isEmpty() && !quoted;
    }
  }

  /** Far above any response; it bounds what an endless line can take. */
  private static final long LONGEST_ROW = 4 * 1024 * 1024;

  private static final int END = -1;

  private final BufferedSource source;
  private final Buffer text = new Buffer();
  private boolean started;
  private long line;
  private long lineFeeds;
  private long rowLength;

  CsvReader(BufferedSource source) {
    this.source = source;
  }

  /** The line in which the last row began, from 1. */
  long line() {
    return line;
  }

  /** Returns the cells of the next row, or null behind the last one. */
  @Nullable List<Cell> next() throws IOException {
    if (!started) JsonRows.skipMark(source);
    started = true;
    line = lineFeeds + 1;
    rowLength = 0;
    if (source.exhausted()) return null;
    List<Cell> cells = new ArrayList<>();
    int separator;
    do {
      boolean quoted = source.request(1) && source.getBuffer().getByte(0) == '"';
      separator = quoted ? quoted() : unquoted();
      String found = text.readUtf8();
      // A line feed is the rule; somebody on the way may have made two characters of it.
      boolean returned = separator == '\n' && !quoted && found.endsWith("\r");
      cells.add(new Cell(returned ? found.substring(0, found.length() - 1) : found, quoted));
    } while (separator == ',');
    return cells;
  }

  /** Reads into {@link #text} up to a separator, which it returns. */
  private int unquoted() throws IOException {
    while (true) {
      int found = read();
      if (found == ',' || found == '\n' || found == END) return found;
      text.writeByte(found);
    }
  }

  private int quoted() throws IOException {
    read();
    while (true) {
      int found = read();
      if (found == END) {
        throw malformed("Expected the end of a string in quotation marks", "the end of the answer");
      }
      if (found == '"') {
        int next = read();
        if (next == '\r') next = read();
        if (next == ',' || next == '\n' || next == END) return next;
        if (next != '"') throw malformed("Expected a comma or a line feed", "something else");
      }
      text.writeByte(found);
    }
  }

  private int read() throws IOException {
    if (source.exhausted()) return END;
    if (++rowLength > LONGEST_ROW) {
      throw malformed("Expected the end of a row", LONGEST_ROW + " bytes without one");
    }
    int found = source.readByte() & 0xff;
    if (found == '\n') lineFeeds++;
    return found;
  }

  private MalformedAnswerException malformed(String expected, String found) {
    return new MalformedAnswerException(
        expected + " but found " + found + ", in the row that begins in line " + line);
  }
}
