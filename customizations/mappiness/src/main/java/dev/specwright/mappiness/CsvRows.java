package dev.specwright.mappiness;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonWriter;
import dev.specwright.mappiness.api.ApiDocument;
import dev.specwright.mappiness.model.ResponseRow;
import dev.specwright.runtime.ByteJsonAdapter;
import dev.specwright.runtime.JsonByteReader;
import dev.specwright.runtime.MalformedAnswerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV export, as the same values that JSON gives: an empty cell is null, {@code ""}
 * is an empty string, and times have JSON's form with slashes. {@link Mappiness#csvRows} makes the
 * call for it.
 *
 * <p>CSV does not tell numbers from strings. The columns that the document describes have its
 * types; in others, what looks like a JSON number is one.
 *
 * <p>That the first line names the columns is an assumption of the document. A first line that does
 * not is refused, since nothing could be told apart without it.
 */
public final class CsvRows extends Rows {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?");

  /** The data dictionary: hyphens in CSV where JSON has slashes. */
  private static final Set<String> TIMES = Set.of("start_time", "beep_time");

  private static final Pattern TIME = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2} .*)");

  private final ByteJsonAdapter<ResponseRow> adapter =
      ByteJsonAdapter.of(ApiDocument.DESCRIPTION.moshi(), ResponseRow.class);
  private final CsvReader reader;
  private final List<String> columns;

  CsvRows(
      ResponseBody body,
      @Nullable String include,
      Function<IOException, ? extends RuntimeException> failure) {
    super(body, failure);
    reader = new CsvReader(body.source());
    try {
      columns = header(include);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Returns the rows of a body that holds what {@code mappiness.csv} answers.
   *
   * @throws UncheckedIOException if the first line does not hold names of columns
   */
  public static CsvRows of(ResponseBody body) {
    return new CsvRows(body, null, UNCHECKED);
  }

  /** The names of the columns, in their order. */
  public List<String> columns() {
    return columns;
  }

  private List<String> header(@Nullable String include) throws IOException {
    List<CsvReader.Cell> cells = reader.next();
    if (cells == null) {
      throw new MalformedAnswerException(
          "Expected the names of the columns in line 1 but found nothing");
    }
    List<String> names = cells.stream().map(CsvReader.Cell::text).toList();
    boolean isHeader =
        names.stream().allMatch(name -> NAME.matcher(name).matches() && isAsked(name, include))
            && new HashSet<>(names).size() == names.size();
    if (isHeader) return names;
    throw new MalformedAnswerException(
        "Expected the names of the columns in line 1 but found something else, perhaps a response");
  }

  /** Whether {@code include} names the column, itself or with a wildcard at its end. */
  static boolean isAsked(String name, @Nullable String include) {
    if (include == null || include.isEmpty()) return true;
    for (String asked : include.split(",", -1)) {
      if (asked.equals(name)) return true;
      if (asked.endsWith("*")) {
        String start = asked.substring(0, asked.length() - 1);
        if (name.startsWith(start) && name.length() > start.length()) return true;
      }
    }
    return false;
  }

  @Override
  @Nullable ResponseRow read() throws IOException {
    List<CsvReader.Cell> cells = reader.next();
    if (cells == null) return null;
    if (cells.size() != columns.size()) {
      throw new MalformedAnswerException(
          "Expected "
              + columns.size()
              + " cells in line "
              + reader.line()
              + " but found "
              + cells.size());
    }
    JsonByteReader json = JsonByteReader.of(json(cells));
    try {
      ResponseRow row = adapter.read(json);
      if (row != null) return row;
    } catch (JsonDataException | JsonEncodingException e) {
      // Its own message may quote the participant's data.
    }
    throw new MalformedAnswerException(
        "Expected responses as CSV but found something else in line "
            + reader.line()
            + " at "
            + json.path());
  }

  /** The way through JSON makes sure that both formats are read by the same rules. */
  private Buffer json(List<CsvReader.Cell> cells) throws IOException {
    Buffer json = new Buffer();
    try (JsonWriter writer = JsonWriter.of(json)) {
      writer.setSerializeNulls(true);
      writer.beginObject();
      for (int i = 0; i < cells.size(); i++) {
        writer.name(columns.get(i));
        write(writer, columns.get(i), cells.get(i));
      }
      writer.endObject();
    }
    return json;
  }

  private static void write(JsonWriter writer, String column, CsvReader.Cell cell)
      throws IOException {
    if (cell.isMissing()) {
      writer.nullValue();
    } else if (!cell.quoted() && NUMBER.matcher(cell.text()).matches()) {
      // As it stands, so that a text that looks like a number keeps its digits.
      try (BufferedSink sink = writer.valueSink()) {
        sink.writeUtf8(cell.text());
      }
    } else {
      writer.value(TIMES.contains(column) ? time(cell.text()) : cell.text());
    }
  }

  private static String time(String text) {
    Matcher parts = TIME.matcher(text);
    return parts.matches() ? parts.group(1) + "/" + parts.group(2) + "/" + parts.group(3) : text;
  }
}
