package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The limits and the default of a value, as its documentation tells them. They come from the
 * document, since OpenAPI Generator's model loses what stands behind {@code allOf}.
 */
final class LimitTexts {
  private final OpenAPI document;

  LimitTexts(OpenAPI document) {
    this.document = document;
  }

  /** Returns sentences about a value of all of {@code schemas}; empty if there is none. */
  String of(List<Schema<?>> schemas) {
    List<Schema<?>> parts = parts(schemas);
    Set<String> limits = limits(parts);
    if (any(parts, part -> Boolean.TRUE.equals(part.getReadOnly()))) limits.add("read only");
    if (any(parts, part -> Boolean.TRUE.equals(part.getWriteOnly()))) limits.add("write only");
    parts.stream()
        .filter(part -> part.getDefault() != null)
        .findFirst()
        .ifPresent(part -> limits.add("default " + Javadoc.code(defaultText(part))));
    List<String> sentences = new ArrayList<>();
    if (!limits.isEmpty()) sentences.add(Names.upperFirst(String.join(", ", limits)) + ".");
    inner("", parts, sentences, Collections.newSetFromMap(new IdentityHashMap<>()));
    return String.join(" ", sentences);
  }

  private List<Schema<?>> parts(List<Schema<?>> schemas) {
    List<Schema<?>> parts = new ArrayList<>();
    for (Schema<?> schema : schemas) parts.addAll(ObjectParts.of(document, schema).all());
    return parts;
  }

  private static boolean any(List<Schema<?>> parts, Predicate<Schema<?>> test) {
    return parts.stream().anyMatch(test);
  }

  /** Adds what elements and map values are limited to. */
  private void inner(
      String owner, List<Schema<?>> parts, List<String> sentences, Set<Schema<?>> seen) {
    for (Schema<?> part : parts) {
      Schema<?> element = SchemaShapes.element(part);
      if (element == null || !seen.add(part)) continue;
      String name = (part.getItems() == null ? "value" : "element") + owner;
      List<Schema<?>> inside = parts(List.of(element));
      Set<String> limits = limits(inside);
      if (!limits.isEmpty()) sentences.add("Each " + name + ": " + String.join(", ", limits) + ".");
      inner(" of each " + name, inside, sentences, seen);
    }
  }

  private static Set<String> limits(List<Schema<?>> parts) {
    Set<String> limits = new LinkedHashSet<>();
    for (Schema<?> part : parts) {
      number(limits, part);
      count(limits, part.getMinLength(), part.getMaxLength(), "character", "characters");
      count(limits, part.getMinItems(), part.getMaxItems(), "element", "elements");
      if (Boolean.TRUE.equals(part.getUniqueItems())) limits.add("no element twice");
      count(limits, part.getMinProperties(), part.getMaxProperties(), "property", "properties");
      if (part.getPattern() != null) limits.add("matches " + Javadoc.code(part.getPattern()));
    }
    return limits;
  }

  private static void number(Set<String> limits, Schema<?> value) {
    if (value.getMinimum() != null) {
      boolean exclusive = Boolean.TRUE.equals(value.getExclusiveMinimum());
      limits.add((exclusive ? "more than " : "at least ") + plain(value.getMinimum()));
    }
    if (value.getMaximum() != null) {
      boolean exclusive = Boolean.TRUE.equals(value.getExclusiveMaximum());
      limits.add((exclusive ? "less than " : "at most ") + plain(value.getMaximum()));
    }
    if (value.getMultipleOf() != null) limits.add("a multiple of " + plain(value.getMultipleOf()));
  }

  private static String plain(BigDecimal number) {
    return number.toPlainString();
  }

  private static void count(
      Set<String> limits, @Nullable Integer min, @Nullable Integer max, String one, String many) {
    if (min != null) limits.add("at least " + min + " " + (min == 1 ? one : many));
    if (max != null) limits.add("at most " + max + " " + (max == 1 ? one : many));
  }

  /** The default as the document has it; the parser makes objects of some texts. */
  private static String defaultText(Schema<?> schema) {
    Object value = schema.getDefault();
    if (Extensions.isTrue(schema, Extensions.BOOLEAN)) return String.valueOf(value.equals(1));
    // Midnight of the zone in which the parser runs, whichever that is.
    if (value instanceof Date date) {
      return date.toInstant().atZone(ZoneId.systemDefault()).toLocalDate().toString();
    }
    if (value instanceof OffsetDateTime time) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
    return value instanceof byte[] bytes
        ? Base64.getEncoder().encodeToString(bytes)
        : value.toString();
  }
}
