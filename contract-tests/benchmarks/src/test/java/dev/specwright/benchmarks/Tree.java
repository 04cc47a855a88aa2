package dev.specwright.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * JSON as maps, lists and values that can be compared: 1 and 1.0 are one, absent and null are two.
 */
final class Tree {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Tree() {}

  /** Returns what the JSON says. */
  static Object of(byte[] json) throws IOException {
    return of(JSON.readTree(json));
  }

  /** Returns what Jackson would write of a rival's value. */
  static Object ofRival(Object value) {
    return of(JSON.<JsonNode>valueToTree(value));
  }

  private static Object of(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> map = new TreeMap<>();
      node.properties().forEach(each -> map.put(each.getKey(), of(each.getValue())));
      return map;
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(each -> list.add(of(each)));
      return list;
    }
    if (node.isNumber()) return new BigDecimal(node.asText()).stripTrailingZeros();
    if (node.isBoolean()) return node.asBoolean();
    return node.isNull() ? Optional.empty() : node.asText();
  }
}
