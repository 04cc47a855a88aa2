package dev.specwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonByteReaderTest {
  private static final Moshi MOSHI =
      new Moshi.Builder().add(new Animal.Adapters()).add(StandardAdapters.STRICT).build();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 64})
  void readsRandomTextsAsMoshiDoes(int chunk) {
    RandomJson random = new RandomJson(20261121 + chunk);
    for (int i = 0; i < 3000; i++) {
      ReaderComparison.assertSameValue(random.text(), chunk);
      byte[] nearly = random.nearlyText();
      ReaderComparison.assertSameValue(nearly, chunk);
      ReaderComparison.assertSameSkipped(nearly, chunk);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7})
  void readsObjectsOfNearlyTheSameNamesAsMoshiDoes(int chunk) {
    RandomJson random = new RandomJson(7 + chunk);
    for (int i = 0; i < 2000; i++) ReaderComparison.assertSameValue(random.rows(), chunk);
  }

  @Test
  void readsMoreNamesThanItRemembers() {
    StringBuilder text = new StringBuilder("[");
    for (int row = 0; row < 3; row++) {
      text.append(row == 0 ? "{" : ",{");
      for (int i = 0; i < 1000; i++) {
        text.append(i == 0 ? "" : ",").append("\"name ").append(i).append("\":").append(i);
      }
      text.append('}');
    }
    byte[] json = text.append(']').toString().getBytes(StandardCharsets.UTF_8);
    ReaderComparison.assertSameValue(json, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void readsSingleValuesAsMoshiDoes(int chunk) {
    RandomJson random = new RandomJson(42 + chunk);
    for (int i = 0; i < 5000; i++) ReaderComparison.assertSameSingles(random.single(), chunk);
  }

  @Test
  void readsTextsThatCrossItsWindow() {
    for (String piece : List.of("x", "ä", "\\n", "\\u00e4", "🌱", "\\\\")) {
      for (int length = 8150; length < 8210; length += piece.length() > 1 ? 7 : 1) {
        String text = "[\"" + "a".repeat(length) + piece.repeat(20) + "\",12345678,\"b\",tRUE]";
        ReaderComparison.assertSameValue(text.getBytes(StandardCharsets.UTF_8), 0);
      }
    }
  }

  @Test
  void readsAValueLargerThanItsWindow() {
    String text = "{\"a\":\"" + "ä\\\"".repeat(20_000) + "\",\"b\":1}";
    ReaderComparison.assertSameValue(text.getBytes(StandardCharsets.UTF_8), 0);
    ReaderComparison.assertSameSkipped(text.getBytes(StandardCharsets.UTF_8), 1000);
  }

  @Test
  void nestsAsDeepAsMoshi() {
    for (int depth : new int[] {254, 255, 256}) {
      String lists = "[".repeat(depth) + "]".repeat(depth);
      ReaderComparison.assertSameValue(lists.getBytes(StandardCharsets.UTF_8), 0);
      String objects = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
      ReaderComparison.assertSameValue(objects.getBytes(StandardCharsets.UTF_8), 0);
    }
  }

  @Test
  void findsNamesInAnyOrderAndSpelling() throws IOException {
    for (String json :
        List.of(
            "{\"name\":\"Rex\",\"nick\":null,\"pin\":\"1\"}",
            "{ \"pin\" : \"1\" , \"name\" : \"Rex\" , \"nick\" : null }",
            "{\"n\\u0061me\":\"Tom\",\"nick\":\"x\",\"name\":\"Rex\",\"pin\":\"1\",\"nick\":null}")) {
      assertEquals(
          "Animal[name=Rex, pin=██]", String.valueOf(MOSHI.adapter(Animal.class).fromJson(json)));
    }
  }

  @Test
  void keepsNamesThatNobodyKnows() throws IOException {
    Animal rex =
        MOSHI
            .adapter(Animal.class)
            .fromJson("{\"\":1,\"nam\":2,\"name\":\"Rex\",\"names\":3,\"n\\u00e4me\":4,\"nam\":5}");
    assertEquals("{=1, nam=5, names=3, näme=4}", rex.additionalProperties().toString());
  }

  @Test
  void nameThatLooksLikeANameAndAValueIsNotTakenForOne() throws IOException {
    JsonNames names = JsonNames.of("a\":\"b", "a");
    JsonByteReader reader =
        JsonByteReader.of(new Buffer().writeUtf8("{\"a\":\"b\",\"a\\\":\\\"b\":2}"));
    reader.beginObject(names);
    assertEquals(1, reader.nextName(names));
    assertEquals("b", reader.nextString());
    assertEquals(0, reader.nextName(names));
  }

  @Test
  void takesOverFromMoshisReaderAndLeavesWhatIsBehindTheValue() throws IOException {
    assertTrue(MoshiBridge.takesOver(), "Moshi's reader has no source any more");
    JsonAdapter<Animal> adapter = MOSHI.adapter(Animal.class);
    BufferedSource source =
        ReaderComparison.source(
            "{\"name\":\"Rex\"} {\"name\":\"Tom\"}rest".getBytes(StandardCharsets.UTF_8), 5);
    assertEquals("Rex", adapter.fromJson(source).name());
    assertEquals("Tom", adapter.fromJson(source).name());
    assertEquals("rest", source.readUtf8());
  }

  @Test
  void readsInTheMiddleOfWhatMoshisReaderReads() throws IOException {
    JsonReader reader =
        JsonReader.of(
            new Buffer().writeUtf8("{\"all\":[{\"name\":\"Rex\"} , {\"name\":\"Tom\"}],\"n\":2}"));
    reader.beginObject();
    assertEquals("all", reader.nextName());
    reader.beginArray();
    assertTrue(reader.hasNext());
    assertEquals("Rex", MOSHI.adapter(Animal.class).fromJson(reader).name());
    assertEquals("$.all[1]", reader.getPath());
    assertEquals("Tom", MOSHI.adapter(Animal.class).fromJson(reader).name());
    assertFalse(reader.hasNext());
    reader.endArray();
    assertEquals("n", reader.nextName());
    assertEquals(2, MOSHI.adapter(Long.class).fromJson(reader));
    reader.endObject();
    assertEquals(JsonReader.Token.END_DOCUMENT, reader.peek());
  }

  @Test
  void saysWhereInTheWholeTextAValueIsWrong() throws IOException {
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8("{\"all\":[{\"name\":[]}]}"));
    reader.beginObject();
    assertEquals("all", reader.nextName());
    reader.beginArray();
    JsonDataException wrong =
        assertThrows(JsonDataException.class, () -> MOSHI.adapter(Animal.class).fromJson(reader));
    assertEquals("Expected a string but was BEGIN_ARRAY at path $.all[0].name", wrong.getMessage());
  }

  @Test
  void readsWhatIsNoTextAtAll() throws IOException {
    Map<String, Object> tree = Map.of("name", "Rex", "age", 9007199254740993L, "good", true);
    Animal rex = MOSHI.adapter(Animal.class).fromJsonValue(tree);
    assertEquals(9007199254740993L, rex.additionalProperties().get("age"));
    assertEquals(true, rex.additionalProperties().get("good"));
  }

  @Test
  void readsLooseJsonWhereMoshisReaderMay() throws IOException {
    assertEquals("Rex", MOSHI.adapter(Animal.class).lenient().fromJson("{name:'Rex'}").name());
  }

  @Test
  void readsThroughAnAdapterThatKnowsMoshisReaderOnly() throws IOException {
    Moshi own =
        new Moshi.Builder()
            .add(
                String.class,
                new JsonAdapter<String>() {
                  @Override
                  public String fromJson(JsonReader reader) throws IOException {
                    return reader.nextString().toUpperCase(java.util.Locale.ROOT);
                  }

                  @Override
                  public void toJson(com.squareup.moshi.JsonWriter writer, String value)
                      throws IOException {
                    writer.value(value);
                  }
                })
            .add(new Animal.Adapters())
            .add(StandardAdapters.STRICT)
            .build();
    Animal rex =
        own.adapter(Animal.class).fromJson("{\"name\":\"Rex\",\"children\":[{\"name\":\"Tom\"}]}");
    assertEquals("REX", rex.name());
    assertEquals("Animal[name=REX, children=[Animal[name=TOM]]]", rex.toString());
  }

  @Test
  void takesNothingFromTheSourceBeforeItIsNeeded() throws IOException {
    AtomicInteger reads = new AtomicInteger();
    Buffer arrived = new Buffer().writeUtf8("[{\"name\":\"Rex\"}");
    BufferedSource source =
        Okio.buffer(
            new ForwardingSource(arrived) {
              @Override
              public long read(Buffer sink, long byteCount) throws IOException {
                long count = super.read(sink, byteCount);
                if (count < 0) throw new AssertionError("would wait for more");
                reads.incrementAndGet();
                return count;
              }
            });
    JsonByteReader reader = JsonByteReader.of(source);
    reader.beginArray();
    assertTrue(reader.nextElement());
    Animal rex = ByteJsonAdapter.<Animal>of(MOSHI, Animal.class).read(reader);
    assertEquals("Animal[name=Rex]", String.valueOf(rex));
    assertEquals(1, reads.get());
  }

  @Test
  void listsAndMapsOutOfAnAnswerCannotBeChanged() throws IOException {
    Object value = StandardAdapters.ANY.fromJson("[{\"a\":[1]}," + many(40) + "]");
    List<?> list = (List<?>) value;
    assertThrows(UnsupportedOperationException.class, () -> list.remove(0));
    for (Object map : list) {
      assertThrows(UnsupportedOperationException.class, () -> ((Map<?, ?>) map).clear());
    }
    assertEquals(List.of(Map.of("a", List.of(1L)), Map.copyOf((Map<?, ?>) list.get(1))), list);
    assertEquals(40, ((Map<?, ?>) list.get(1)).size());
  }

  private static String many(int count) {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < count; i++) json.append(i == 0 ? "" : ",").append("\"n" + i + "\":" + i);
    return json.append('}').toString();
  }

  @Test
  void smallMapsAnswerAsAnyMap() throws IOException {
    Map<?, ?> map = (Map<?, ?>) StandardAdapters.ANY.fromJson("{\"a\":1,\"b\":null,\"a\":2}");
    assertEquals(2L, map.get("a"));
    assertTrue(map.containsKey("b"));
    assertFalse(map.containsKey("c"));
    assertFalse(map.containsKey(null));
    assertEquals("{a=2, b=null}", map.toString());
    Map<String, Object> same = new java.util.LinkedHashMap<>();
    same.put("a", 2L);
    same.put("b", null);
    assertEquals(same, map);
    assertEquals(same.hashCode(), map.hashCode());
  }

  @Test
  void numberWithTooManyDigitsIsRefusedAtOnce() {
    for (String number : List.of("9".repeat(2_000_000), "0." + "9".repeat(2000))) {
      assertEquals(
          "Unexpected form of a value at $[0]",
          assertThrows(
                  JsonDataException.class, () -> StandardAdapters.ANY.fromJson("[" + number + "]"))
              .getMessage());
    }
  }

  @Test
  void truncatedTextIsAnEndOfFile() {
    assertEquals(
        "End of input at path $[1].name",
        assertThrows(
                EOFException.class,
                () ->
                    MOSHI
                        .adapter(Types.newParameterizedType(List.class, Animal.class))
                        .fromJson("[{\"name\":\"Rex\"},{\"name\":"))
            .getMessage());
  }
}
