package dev.specwright.probe;

import dev.specwright.contract.driver.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares the fields of answers with their schema. Prism is silent about fields that the document
 * does not name, takes {@code "1"} for a number and a lone value for a list, and does not say which
 * text it was that the document does not list.
 */
final class AnswerCheck {
  private final String operation;
  private final Set<Difference> differences = new TreeSet<>();

  private AnswerCheck(String operation) {
    this.operation = operation;
  }

  /** Compares an answer, read from JSON, with its schema. */
  static Set<Difference> differences(String operation, Node schema, @Nullable Object answer) {
    AnswerCheck check = new AnswerCheck(operation);
    check.look(schema, answer, "");
    return check.differences;
  }

  private void look(Node schema, @Nullable Object value, String place) {
    List<String> types =
        parts(schema).stream().map(part -> part.at("type").text()).distinct().toList();
    if (types.stream().noneMatch(type -> fits(type, value))) {
      boolean nullable = parts(schema).stream().anyMatch(part -> part.at("nullable").is(true));
      if (value == null && nullable) return;
      String expected = String.join(" or ", types);
      add(Difference.Kind.ANSWER, name(place) + " is " + word(value) + ", not " + expected);
      return;
    }
    if (value instanceof Map<?, ?> object) {
      lookAtMembers(schema, object, place);
    } else if (value instanceof List<?> list) {
      List<Node> parts = parts(schema);
      for (Object item : list) {
        for (Node part : parts) {
          if (part.at("items").exists()) look(part.at("items"), item, place + "[]");
        }
      }
    } else if (value instanceof String text) {
      lookAtText(schema, text, place);
    }
  }

  private void lookAtMembers(Node schema, Map<?, ?> object, String place) {
    Map<String, Node> properties = new LinkedHashMap<>();
    boolean map = false;
    for (Node part : parts(schema)) {
      properties.putAll(part.at("properties").members());
      map |= part.at("additionalProperties").value() instanceof Map<?, ?>;
    }
    // An object about which the document says nothing may hold anything.
    if (properties.isEmpty()) return;
    // One of several alternatives asks for what the others do not have.
    if (!schema.at("oneOf").exists() && !schema.at("anyOf").exists()) {
      for (Node part : parts(schema)) {
        for (Node required : part.at("required").items()) {
          if (object.containsKey(required.text())) continue;
          add(Difference.Kind.ANSWER, inside(place, required.text()) + " is missing");
        }
      }
    }
    for (Map.Entry<?, ?> member : object.entrySet()) {
      String name = String.valueOf(member.getKey());
      String where = inside(place, name);
      Node property = properties.get(name);
      if (property != null) {
        look(property, member.getValue(), where);
      } else if (!map) {
        add(Difference.Kind.FIELD, where + " is not in the document");
      }
    }
  }

  private void lookAtText(Node schema, String text, String place) {
    List<Node> parts = parts(schema);
    if (parts.stream().anyMatch(part -> !part.at("enum").exists())) return;
    boolean listed =
        parts.stream()
            .flatMap(part -> part.at("enum").items().stream())
            .anyMatch(each -> text.equals(each.value()));
    if (!listed) {
      add(
          Difference.Kind.VALUE,
          name(place) + " is \"" + text + "\", which the document does not list");
    }
  }

  private static boolean fits(String type, @Nullable Object value) {
    return switch (type) {
      case "" -> true;
      case "string" -> value instanceof String;
      case "boolean" -> value instanceof Boolean;
      case "number" -> value instanceof Number;
      case "integer" -> value instanceof Number number && number.doubleValue() % 1 == 0;
      case "array" -> value instanceof List<?>;
      default -> value instanceof Map<?, ?>;
    };
  }

  private static String word(@Nullable Object value) {
    if (value == null) return "null";
    if (value instanceof String) return "string";
    if (value instanceof Number) return "number";
    if (value instanceof Boolean) return "boolean";
    return value instanceof List<?> ? "array" : "object";
  }

  private static String name(String place) {
    return place.isEmpty() ? "the answer" : place;
  }

  /** Returns the place of a member. */
  static String inside(String place, String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  private void add(Difference.Kind kind, String text) {
    differences.add(new Difference(operation, kind, text));
  }

  /** A schema, or those that it is put together from. */
  private static List<Node> parts(Node schema) {
    List<Node> parts = new ArrayList<>();
    for (String keyword : List.of("allOf", "oneOf", "anyOf")) {
      schema.at(keyword).items().forEach(part -> parts.addAll(parts(part)));
    }
    if (parts.isEmpty() || schema.at("properties").exists()) parts.add(schema);
    return parts;
  }
}
