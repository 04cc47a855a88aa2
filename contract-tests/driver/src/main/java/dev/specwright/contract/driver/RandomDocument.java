package dev.specwright.contract.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a variant of a document whose random answers fit the document. Prism makes them from the
 * schemas alone, so two extensions have to be said in words of a schema: {@code x-date-format},
 * whose pattern lets the 93rd of the 71st month pass, and {@code x-envelope}, in which value and
 * error exclude each other. Nothing else is changed.
 */
public final class RandomDocument {
  private static final Pattern FIELD = Pattern.compile("yyyy|MM|dd|HH|mm|ss|SSS|xxx|xx");

  /** Every month has the first 28 days. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "yyyy", "(19|20)[0-9]{2}",
          "MM", "(0[1-9]|1[0-2])",
          "dd", "(0[1-9]|1[0-9]|2[0-8])",
          "HH", "([01][0-9]|2[0-3])",
          "mm", "[0-5][0-9]",
          "ss", "[0-5][0-9]",
          "SSS", "[0-9]{3}",
          "xx", "[+-](0[1-9]|1[0-3])(00|30)",
          "xxx", "[+-](0[1-9]|1[0-3]):(00|30)");

  private RandomDocument() {}

  /** Writes the variant of the document in {@code from} to {@code to}. */
  public static void write(Path from, Path to) {
    Document document = Document.read(from);
    sayDatesAsPatterns(document.root());
    document.operations().forEach(each -> leaveErrorsOut(document, each));
    try {
      Files.createDirectories(to.getParent());
      Files.writeString(to, Json.text(document.root()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sayDatesAsPatterns(Object node) {
    if (node instanceof List<?> list) list.forEach(RandomDocument::sayDatesAsPatterns);
    if (!(node instanceof Map<?, ?>)) return;
    Map<String, Object> object = Document.map(node);
    if (object.get("x-date-format") instanceof String format) {
      object.put("pattern", "^" + FIELD.matcher(format).replaceAll(RandomDocument::pattern) + "$");
    }
    List.copyOf(object.keySet()).forEach(key -> sayDatesAsPatterns(object.get(key)));
  }

  private static String pattern(MatchResult field) {
    return Matcher.quoteReplacement(FIELDS.get(field.group()));
  }

  private static void leaveErrorsOut(Document document, DocumentedOperation operation) {
    String value = operation.envelope().orElse(null);
    if (value == null) return;
    operation
        .successes()
        .forEach(
            answer -> {
              Map<String, Object> envelope = answer.content().orElseThrow().schema();
              Map<String, Object> members = Document.map(envelope.get("properties"));
              members.forEach((name, schema) -> keep(document.resolve(schema), name.equals(value)));
            });
  }

  /** Keeps of the alternatives {@code null} and something else the one or the other. */
  private static void keep(Map<String, Object> member, boolean something) {
    if (!(member.get("oneOf") instanceof List<?> alternatives)) return;
    List<Object> kept = new ArrayList<>(alternatives);
    kept.removeIf(each -> isNull(each) == something);
    member.put("oneOf", kept);
  }

  /** Prism's variant leaves null out of the values, since Prism adds it. */
  private static boolean isNull(Object schema) {
    return Document.map(schema).get("enum") instanceof List<?> values
        && values.stream().allMatch(Objects::isNull);
  }
}
