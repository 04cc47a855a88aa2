package dev.specwright.contract;

import dev.specwright.contract.driver.Document;
import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.contract.driver.Json;
import dev.specwright.contract.driver.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a variant of a document whose random answers fit the document. Prism makes them from the
 * schemas alone, so two extensions have to be said in words of a schema: {@code x-date-format},
 * whose pattern lets the 93rd of the 71st month pass, and {@code x-envelope}, in which value and
 * error exclude each other. Nothing else is changed.
 */
final class RandomDocument {
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
  static void write(Path from, Path to) {
    Document document = Document.read(from);
    Object content = document.root().value();
    sayDatesAsPatterns(content);
    document.operations().forEach(RandomDocument::leaveErrorsOut);
    try {
      Files.createDirectories(to.getParent());
      Files.writeString(to, Json.text(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sayDatesAsPatterns(Object node) {
    if (node instanceof List<?> list) list.forEach(RandomDocument::sayDatesAsPatterns);
    if (!(node instanceof Map<?, ?> object)) return;
    if (object.get("x-date-format") instanceof String format) {
      String pattern = FIELD.matcher(format).replaceAll(RandomDocument::pattern);
      Node.of(node).put("pattern", "^" + pattern + "$");
    }
    new ArrayList<>(object.values()).forEach(RandomDocument::sayDatesAsPatterns);
  }

  private static String pattern(MatchResult field) {
    return Matcher.quoteReplacement(FIELDS.get(field.group()));
  }

  private static void leaveErrorsOut(DocumentedOperation operation) {
    String value = operation.envelope().orElse(null);
    if (value == null) return;
    operation
        .successes()
        .forEach(
            answer -> {
              Node envelope = answer.content().orElseThrow().schema();
              envelope
                  .at("properties")
                  .members()
                  .forEach((name, member) -> keep(member, name.equals(value)));
            });
  }

  /** Keeps of the alternatives {@code null} and something else the one or the other. */
  private static void keep(Node member, boolean something) {
    List<Node> alternatives = member.at("oneOf").items();
    if (alternatives.isEmpty()) return;
    member.put(
        "oneOf",
        alternatives.stream().filter(each -> isNull(each) != something).map(Node::value).toList());
  }

  /** Prism's variant leaves null out of the values, since Prism adds it. */
  private static boolean isNull(Node schema) {
    return schema.at("enum").exists() && schema.at("enum").items().stream().noneMatch(Node::exists);
  }
}
