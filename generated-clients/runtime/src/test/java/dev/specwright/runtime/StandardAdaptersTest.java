package dev.specwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class StandardAdaptersTest {
  private static final Moshi STRICT = moshi(StandardAdapters.STRICT);
  private static final Moshi LENIENT = moshi(StandardAdapters.LENIENT);

  private static Moshi moshi(StandardAdapters adapters) {
    return new Moshi.Builder().add(new Animal.Adapters()).add(adapters).build();
  }

  private static @Nullable Object read(Moshi moshi, Type type, String json) throws IOException {
    return moshi.adapter(type).fromJson("{\"a\":%s}".formatted(json));
  }

  private static @Nullable Object member(Moshi moshi, Class<?> type, String json)
      throws IOException {
    Object map = read(moshi, Types.newParameterizedType(Map.class, String.class, type), json);
    return map instanceof Map<?, ?> members ? members.get("a") : map;
  }

  private static void assertReads(Moshi moshi, @Nullable Object value, Class<?> type, String json)
      throws IOException {
    assertEquals(value, member(moshi, type, json), type + " " + json);
  }

  private static void assertRefuses(String message, Moshi moshi, Class<?> type, String json) {
    JsonDataException thrown =
        assertThrows(JsonDataException.class, () -> member(moshi, type, json), type + " " + json);
    assertEquals(message, thrown.getMessage());
    assertNull(thrown.getCause(), "a cause would quote the value");
  }

  private static void assertKeeps(Type type, String json) throws IOException {
    var adapter = STRICT.adapter(type);
    assertEquals(json, adapter.toJson(adapter.fromJson(json)));
  }

  @Test
  void anyJsonKeepsItsNumbersAndNulls() throws IOException {
    assertKeeps(
        Object.class,
        "{\"a\":9007199254740993,\"b\":0.1000000000000000055,\"c\":[1.50,null],"
            + "\"d\":{\"e\":null,\"f\":true,\"g\":\"x\"},\"h\":123456789012345678901234567890}");
    assertEquals(7L, STRICT.adapter(Object.class).fromJson("7"));
    assertEquals(1000L, STRICT.adapter(Object.class).fromJson("1e3"));
    assertEquals(
        new BigDecimal("1E+400000000"), STRICT.adapter(Object.class).fromJson("1e400000000"));
  }

  @Test
  void numberWithAnAbsurdExponentIsRefused() {
    assertEquals(
        "Unexpected form of a value at $",
        assertThrows(
                JsonDataException.class,
                () -> STRICT.adapter(Object.class).fromJson("1e99999999999"))
            .getMessage());
  }

  @Test
  void mapsKeepTheirNulls() throws IOException {
    assertKeeps(
        Types.newParameterizedType(Map.class, String.class, Long.class), "{\"a\":null,\"b\":1}");
    assertKeeps(
        Types.newParameterizedType(Map.class, String.class, Animal.class),
        "{\"a\":null,\"b\":{\"name\":\"Rex\"}}");
  }

  @Test
  void lastOfTwoMembersOfOneNameCounts() throws IOException {
    Type map = Types.newParameterizedType(Map.class, String.class, Long.class);
    assertEquals(Map.of("a", 2L), STRICT.adapter(map).fromJson("{\"a\":1,\"a\":2}"));
    assertEquals(Map.of("a", 2L), STRICT.adapter(Object.class).fromJson("{\"a\":1,\"a\":2}"));
  }

  @Test
  void valuesOfTheJdkKeepTheirForm() throws IOException {
    assertReads(
        STRICT, new BigDecimal("0.1000000000000000055"), BigDecimal.class, "0.1000000000000000055");
    assertReads(STRICT, 9007199254740993L, Long.class, "9007199254740993");
    assertReads(STRICT, Instant.ofEpochSecond(4102444800L), Instant.class, "4102444800");
    assertReads(STRICT, LocalDate.of(2020, 1, 2), LocalDate.class, "\"2020-01-02\"");
    assertReads(STRICT, URI.create("https://a.example/b"), URI.class, "\"https://a.example/b\"");
    assertReads(STRICT, new UUID(1, 2), UUID.class, "\"00000000-0000-0001-0000-000000000002\"");
    assertReads(STRICT, ByteString.encodeUtf8("hello"), ByteString.class, "\"aGVsbG8=\"");
    assertReads(
        STRICT,
        OffsetDateTime.parse("2020-01-01T00:00:00+01:00"),
        OffsetDateTime.class,
        "\"2020-01-01T00:00:00+01:00\"");
    assertKeeps(OffsetDateTime.class, "\"2020-01-01T00:00:00Z\"");
    assertKeeps(ByteString.class, "\"aGVsbG8=\"");
    assertKeeps(Instant.class, "-1");
  }

  @Test
  void nullIsNullEverywhere() throws IOException {
    for (Class<?> type :
        new Class<?>[] {
          Object.class,
          BigDecimal.class,
          Long.class,
          Instant.class,
          LocalDate.class,
          URI.class,
          UUID.class,
          ByteString.class,
          OffsetDateTime.class,
          Boolean.class,
          Double.class
        }) {
      assertReads(STRICT, null, type, "null");
      assertReads(LENIENT, null, type, "null");
      assertEquals("null", STRICT.adapter(type).toJson(null));
    }
    assertNull(StandardAdapters.ZERO_OR_ONE.fromJson("null"));
  }

  @Test
  void wrongValuesAreRefusedAndNotRepeated() {
    for (Class<?> type :
        new Class<?>[] {
          BigDecimal.class,
          Long.class,
          Integer.class,
          Double.class,
          Instant.class,
          LocalDate.class,
          UUID.class,
          ByteString.class,
          OffsetDateTime.class
        }) {
      assertRefuses("Unexpected form of a value at $.a", STRICT, type, "\"s$cret\"");
      assertRefuses("Unexpected form of a value at $.a", LENIENT, type, "\"s$cret\"");
    }
    assertRefuses("Unexpected form of a value at $.a", STRICT, URI.class, "\"s cret\"");
    assertRefuses("Unexpected form of a value at $.a", STRICT, Long.class, "1.5");
    assertRefuses("Unexpected form of a value at $.a", STRICT, Integer.class, "2147483648");
    assertRefuses("Unexpected form of a value at $.a", STRICT, Instant.class, "1e18");
    assertRefuses("Unexpected form of a value at $.a", STRICT, Instant.class, "1.5");
  }

  @Test
  void wrongKindsAreRefused() {
    assertRefuses("Expected a long but was BEGIN_ARRAY at path $.a", STRICT, Long.class, "[]");
    assertRefuses(
        "Expected a string but was BEGIN_OBJECT at path $.a", STRICT, LocalDate.class, "{}");
    assertRefuses("Expected a boolean but was NUMBER at path $.a", STRICT, Boolean.class, "1");
    assertRefuses("Unexpected form of a value at $.a", STRICT, Long.class, "\"\"");
  }

  @Test
  void lenientTakesTextForNumbers() throws IOException {
    assertReads(LENIENT, 3L, Long.class, "\"3\"");
    assertReads(LENIENT, 3, Integer.class, "\"3\"");
    assertReads(LENIENT, 1.5, Double.class, "\"1.5\"");
    assertReads(LENIENT, new BigDecimal("1.50"), BigDecimal.class, "\"1.50\"");
    assertReads(LENIENT, Instant.ofEpochSecond(3), Instant.class, "\"3\"");
  }

  @Test
  void lenientTakesEmptyTextForNoValue() throws IOException {
    for (Class<?> type :
        new Class<?>[] {
          Long.class, Integer.class, Double.class, BigDecimal.class, Instant.class, Boolean.class
        }) {
      assertReads(LENIENT, null, type, "\"\"");
    }
  }

  @Test
  void lenientTakesOneAndZeroForBooleans() throws IOException {
    for (String json : new String[] {"true", "1", "\"1\"", "\"true\""}) {
      assertReads(LENIENT, true, Boolean.class, json);
      assertEquals(true, StandardAdapters.ZERO_OR_ONE.fromJson(json));
    }
    for (String json : new String[] {"false", "0", "\"0\"", "\"false\""}) {
      assertReads(LENIENT, false, Boolean.class, json);
      assertEquals(false, StandardAdapters.ZERO_OR_ONE.fromJson(json));
    }
    assertRefuses("Expected true, false, 1 or 0 at $.a", LENIENT, Boolean.class, "2");
    assertRefuses("Expected true, false, 1 or 0 at $.a", LENIENT, Boolean.class, "\"yes\"");
  }

  @Test
  void booleansAreWrittenAsTheDocumentSays() {
    assertEquals("true", LENIENT.adapter(Boolean.class).toJson(true));
    assertEquals("1", StandardAdapters.ZERO_OR_ONE.toJson(true));
    assertEquals("0", StandardAdapters.ZERO_OR_ONE.toJson(false));
  }

  @Test
  void lenientTakesAnEmptyListForAnEmptyObject() throws IOException {
    Type map = Types.newParameterizedType(Map.class, String.class, Long.class);
    assertEquals(Map.of(), LENIENT.adapter(map).fromJson("[]"));
    assertThrows(JsonDataException.class, () -> STRICT.adapter(map).fromJson("[]"));
    assertEquals(
        "Expected an object but found a filled array at $",
        assertThrows(JsonDataException.class, () -> LENIENT.adapter(map).fromJson("[1]"))
            .getMessage());
  }

  @Test
  void emptyObjectInPlaceOfAnEmptyListStillNeedsItsProperties() {
    assertEquals(
        "Expected the property \"name\" in the object at $",
        assertThrows(
                JsonDataException.class,
                () ->
                    StandardAdapters.emptyArrayAsObject(
                            ByteJsonAdapter.<Animal>of(LENIENT, Animal.class))
                        .fromJson("[]"))
            .getMessage());
  }
}
