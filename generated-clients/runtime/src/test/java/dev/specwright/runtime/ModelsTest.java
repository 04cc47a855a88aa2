package dev.specwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ModelsTest {
  @Test
  @SuppressWarnings("NullAway") // javac 17 does not read from a class that a bound is nullable.
  void copiesDoNotChangeAndTakeNulls() {
    List<@Nullable String> list = new ArrayList<>(Arrays.asList("b", null, "a"));
    List<@Nullable String> copy = Models.copy(list);
    list.clear();
    assertEquals(Arrays.asList("b", null, "a"), copy);
    assertThrows(UnsupportedOperationException.class, () -> copy.add("c"));
    Set<@Nullable String> set = new LinkedHashSet<>(Arrays.asList("b", null, "a"));
    assertEquals("[b, null, a]", Models.copy(set).toString());
    assertThrows(UnsupportedOperationException.class, () -> Models.copy(set).add("c"));
    assertNull(Models.copy((@Nullable Map<String, String>) null));
    assertEquals("a", Models.copy("a"));
  }

  @Test
  void copiesHoldCopies() {
    List<Long> inner = new ArrayList<>(List.of(1L));
    Map<String, Object> map = new LinkedHashMap<>(Map.of("list", inner));
    Map<String, Object> copy = Models.copy(Map.of("maps", List.of(map), "set", Set.of(inner)));
    inner.add(2L);
    map.put("more", 3);
    assertEquals(
        Map.of("maps", List.of(Map.of("list", List.of(1L))), "set", Set.of(List.of(1L))), copy);
  }

  @Test
  void whatNobodyCanChangeIsNotCopiedAgain() {
    List<List<Long>> copy = Models.copy(List.of(new ArrayList<>(List.of(1L))));
    assertSame(copy, Models.copy(copy));
    assertSame(copy.get(0), Models.copy(Set.of(copy.get(0))).iterator().next());
  }

  @Test
  void listThatContainsItselfIsRefused() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    assertEquals(
        "Expected at most 255 lists and maps in each other but found more. Look for one that"
            + " contains itself.",
        assertThrows(IllegalArgumentException.class, () -> Models.copy(list)).getMessage());
  }

  @Test
  void requiredNamesTheProperty() {
    assertEquals("a", Models.required("a", "Animal", "pet_name", "petName"));
    assertEquals(
        "Expected \"pet_name\" of Animal but it was not set. Set it with builder().petName(...).",
        assertThrows(
                IllegalStateException.class,
                () -> Models.required(null, "Animal", "pet_name", "petName"))
            .getMessage());
  }

  @Test
  void missingPropertyIsPlaced() throws IOException {
    assertEquals("$", missingIn("{}"));
    assertEquals("$.a", missingIn("{\"a\":{}}"));
    assertEquals("$[0]", missingIn("[{}]"));
    assertEquals("$.a[12]", missingIn("{\"a\":[" + "1,".repeat(12) + "{}]}"));
  }

  /** Returns the path in the message for the innermost object of {@code json}. */
  private static String missingIn(String json) throws IOException {
    JsonByteReader reader = JsonByteReader.of(new Buffer().writeUtf8(json));
    JsonNames names = JsonNames.of("a");
    while (true) {
      switch (reader.peek()) {
        case BEGIN_OBJECT -> {
          reader.beginObject(names);
          if (reader.nextName(names) == JsonByteReader.END_OBJECT) {
            String message = String.valueOf(Models.missing(reader, "x").getMessage());
            String start = "Expected the property \"x\" in the object at ";
            assertEquals(start, message.substring(0, start.length()));
            return message.substring(start.length());
          }
        }
        case BEGIN_ARRAY -> {
          reader.beginArray();
          reader.nextElement();
        }
        default -> {
          reader.skipValue();
          reader.nextElement();
        }
      }
    }
  }

  @Test
  void discriminatorIsReadAhead() throws IOException {
    JsonNames kind = JsonNames.of("kind");
    for (String json : new String[] {"{\"kind\":\"dog\",\"a\":1}", "{\"a\":{},\"kind\":\"dog\"}"}) {
      JsonByteReader reader = JsonByteReader.of(new Buffer().writeUtf8(json));
      assertEquals("dog", reader.peekString(kind));
      assertEquals("$", reader.path());
      assertEquals(json, reader.nextValue().readUtf8());
    }
    for (String json : new String[] {"{}", "[]", "{\"kind\":1}", "\"dog\"", "{\"kind\":null}"}) {
      JsonByteReader reader = JsonByteReader.of(new Buffer().writeUtf8(json));
      assertEquals("", reader.peekString(kind), json);
    }
  }

  @Test
  void textMasksAndLeavesOutNull() {
    Map<String, @Nullable Object> more = new LinkedHashMap<>();
    more.put("f3", "s3cret");
    more.put("f4", null);
    assertEquals(
        "Animal[name=Rex, pin=██, additional=[f3, f4]]",
        Models.text("Animal")
            .shown("name", "Rex")
            .shown("nick", null)
            .masked("pin", "1234")
            .masked("puk", null)
            .names(more));
    assertEquals("Animal[]", Models.text("Animal").names(Map.of()));
  }

  @Test
  void valuesOutsideJsonHaveOneText() {
    assertEquals("3", Scalars.text(3.0));
    assertEquals("0.1", Scalars.text(0.1));
    assertEquals("1000", Scalars.text(new java.math.BigDecimal("1E+3")));
    assertEquals("1E+999999999", Scalars.text(new java.math.BigDecimal("1E999999999")));
    assertEquals("aGVsbG8=", Scalars.text(okio.ByteString.encodeUtf8("hello")));
    assertEquals("-5", Scalars.text(java.time.Instant.ofEpochSecond(-5)));
    assertEquals(
        "2020-01-01T00:00:00Z",
        Scalars.text(java.time.OffsetDateTime.parse("2020-01-01T00:00:00Z")));
  }
}
