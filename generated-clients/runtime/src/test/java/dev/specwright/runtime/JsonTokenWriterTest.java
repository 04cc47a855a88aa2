package dev.specwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What our writers write, beside what Moshi's writer and OkHttp's form write of the same. */
final class JsonTokenWriterTest {
  private static final int SEEDS = 3_000;
  private static final Moshi MOSHI =
      new Moshi.Builder()
          .add(Point.class, new PointAdapter())
          .add(new Animal.Adapters())
          .add(StandardAdapters.STRICT)
          .build();

  private static String json(Object value) {
    JsonByteWriter writer = new JsonByteWriter(1);
    try {
      StandardAdapters.ANY.write(writer, value);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return new Buffer().write(writer.text().copy()).readUtf8();
  }

  private static <T> String json(ByteJsonAdapter<T> adapter, T value) throws IOException {
    JsonByteWriter writer = new JsonByteWriter(1);
    adapter.write(writer, value);
    return new Buffer().write(writer.text().copy()).readUtf8();
  }

  /** As {@link AnyJsonAdapter}, with Moshi's writer. */
  private static void write(JsonWriter writer, @Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      writer.beginObject();
      for (Map.Entry<?, ?> member : map.entrySet()) {
        writer.name((String) member.getKey());
        write(writer, member.getValue());
      }
      writer.endObject();
    } else if (value instanceof List<?> list) {
      writer.beginArray();
      for (Object element : list) write(writer, element);
      writer.endArray();
    } else if (value instanceof Boolean flag) {
      writer.value(flag);
    } else if (value instanceof Number number) {
      writer.value(number);
    } else {
      writer.value((String) value);
    }
  }

  private static String moshiJson(@Nullable Object value) throws IOException {
    Buffer json = new Buffer();
    JsonWriter writer = JsonWriter.of(json);
    writer.setSerializeNulls(true);
    write(writer, value);
    return json.readUtf8();
  }

  private static @Nullable Object random(long seed) throws IOException {
    try {
      return StandardAdapters.ANY.read(
          JsonByteReader.of(new Buffer().write(new RandomJson(seed).text())));
    } catch (JsonDataException e) {
      return null; // has an exponent of more than 32 bits
    }
  }

  @Test
  void anyValueIsWrittenAsByMoshi() throws IOException {
    for (long seed = 0; seed < SEEDS; seed++) {
      Object value = random(seed);
      if (value == null) continue;
      String expected = moshiJson(value);
      assertEquals(expected, json(value));
      assertEquals(expected, StandardAdapters.ANY.toJson(value));
    }
  }

  @Test
  void everyCharacterIsWrittenAsByMoshi() throws IOException {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      String text = "a" + c + "b";
      String expected = moshiJson(text);
      int character = c;
      assertEquals(expected, json(text), () -> Integer.toHexString(character));
      assertEquals(moshiJson(Map.of(text, text)), json(Map.of(text, text)));
    }
    String pairs = "🌱\uD83C\uD83C\uDF31\uDF31";
    assertEquals(moshiJson(pairs), json(pairs));
  }

  @Test
  void namesOfADocumentAreEscaped() throws IOException {
    JsonNames names = JsonNames.of("a\"\\\n\u2028é");
    JsonByteWriter writer = new JsonByteWriter(1);
    writer.beginObject();
    writer.member(names, 0).value(1);
    writer.endObject();
    assertEquals(
        "{\"a\\\"\\\\\\n\\u2028é\":1}", new Buffer().write(writer.text().copy()).readUtf8());
  }

  @Test
  void numbersAreWrittenAsByMoshi() throws IOException {
    List<Number> numbers =
        new ArrayList<>(
            List.of(
                0.1f,
                1.0,
                -0.0,
                1e21,
                Double.MIN_VALUE,
                7,
                (short) 8,
                new BigInteger("9".repeat(40)),
                new BigDecimal("1E+400"),
                new BigDecimal("0.10"),
                Long.MIN_VALUE,
                Long.MAX_VALUE));
    for (long power = 1; power > 0 && power < Long.MAX_VALUE / 10; power *= 10) {
      numbers.addAll(List.of(power - 1, power, power + 1, -power, 1 - power));
    }
    assertEquals(moshiJson(numbers), json(numbers));
  }

  @Test
  void numbersThatJsonDoesNotHaveAreRefused() {
    for (Number none : List.of(Double.NaN, Double.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY)) {
      Exception e = assertThrows(IllegalArgumentException.class, () -> json(none));
      assertEquals(
          "Expected a finite number but found " + none + ". JSON has no other.", e.getMessage());
      assertThrows(IllegalArgumentException.class, () -> form("a", Set.of(), none));
      assertThrows(IllegalArgumentException.class, () -> moshiJson(none));
    }
  }

  @Test
  void depthIsLimitedAsByMoshi() throws IOException {
    Object deepest = nested(255);
    assertEquals(moshiJson(deepest), json(deepest));
    assertThrows(JsonDataException.class, () -> moshiJson(nested(256)));
    Exception e = assertThrows(JsonDataException.class, () -> json(nested(256)));
    assertEquals(
        "Expected at most 255 objects and arrays in each other but found more. Look for one that"
            + " contains itself.",
        e.getMessage());
    assertThrows(JsonDataException.class, () -> form("a", Set.of(), nested(256)));
  }

  private static Object nested(int depth) {
    Object value = List.of();
    for (int i = 1; i < depth; i++) value = List.of(value);
    return value;
  }

  @Test
  void settingsOfMoshisWriterCount() throws IOException {
    ByteJsonAdapter<Animal> adapter = ByteJsonAdapter.of(MOSHI, Animal.class);
    Animal rex =
        Animal.builder()
            .name("Rex")
            .nick(null)
            .children(List.of(Animal.of("Tom")))
            .additionalProperty("big", 9007199254740993L)
            .additionalProperty("exact", new BigDecimal("0.1000000000000000055"))
            .build();
    assertEquals(
        "{\"name\":\"Rex\",\"nick\":null,\"children\":[{\"name\":\"Tom\"}],"
            + "\"big\":9007199254740993,\"exact\":0.1000000000000000055}",
        json(adapter, rex));
    assertEquals(json(adapter, rex), adapter.toJson(rex));
    assertEquals(json(adapter, rex), adapter.serializeNulls().toJson(rex));
    assertEquals("{\n \"name\": \"Tom\"\n}", adapter.indent(" ").toJson(Animal.of("Tom")));
    assertEquals("null", adapter.toJson(null));
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("name", "Rex");
    tree.put("nick", null);
    tree.put("children", List.of(Map.of("name", "Tom")));
    tree.put("big", 9007199254740993L);
    tree.put("exact", new BigDecimal("0.1000000000000000055"));
    assertEquals(tree, adapter.toJsonValue(rex));
  }

  // ---- adapters that know Moshi's writer only

  record Point(@Nullable Integer x, int y) {}

  private static final class PointAdapter extends JsonAdapter<Point> {
    @Override
    public Point fromJson(JsonReader reader) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Point point) throws IOException {
      if (point == null || point.y() < 0) {
        writer.nullValue();
        return;
      }
      writer.beginObject();
      writer.name("x").value(point.x());
      writer.name("y").value(point.y());
      writer.endObject();
    }
  }

  /** A model with members that its own adapter cannot write. */
  private static final class Line extends ByteJsonAdapter<List<Point>> {
    private static final JsonNames NAMES = JsonNames.of("from", "to");

    private final ByteJsonAdapter<Point> points = ByteJsonAdapter.of(MOSHI, Point.class);

    @Override
    public @Nullable List<Point> read(JsonByteReader reader) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void write(JsonTokenWriter writer, List<Point> line) throws IOException {
      writer.beginObject();
      points.write(writer.member(NAMES, 0), line.get(0));
      points.write(writer.member(NAMES, 1), line.get(1));
      writer.endObject();
    }
  }

  @Test
  void membersThatAForeignAdapterMakesNullAreLeftOut() throws IOException {
    Line adapter = new Line();
    Point zero = new Point(0, 0);
    Point none = new Point(1, -1);
    Point half = new Point(null, 7);
    for (List<Point> line :
        List.of(
            List.of(zero, half),
            List.of(none, half),
            List.of(half, none),
            List.of(none, none),
            List.of(none, zero))) {
      assertEquals(adapter.toJson(line), json(adapter, line));
      assertEquals(oldForm("", Set.of(), adapter, line), newForm("", Set.of(), adapter, line));
      assertEquals(
          oldForm("r", Set.of("to"), adapter, line), newForm("r", Set.of("to"), adapter, line));
      assertEquals(
          oldForm("", Set.of("to", "from"), adapter, line),
          newForm("", Set.of("to", "from"), adapter, line));
    }
    assertEquals("{\"from\":{\"y\":7}}", json(adapter, List.of(half, none)));
  }

  @Test
  void aForeignAdapterInAMapWritesNull() throws IOException {
    ByteJsonAdapter<Map<String, Point>> adapter =
        ByteJsonAdapter.of(MOSHI, Types.newParameterizedType(Map.class, String.class, Point.class));
    Map<String, Point> points = new LinkedHashMap<>();
    points.put("none", new Point(1, -1));
    points.put("half", new Point(null, 7));
    assertEquals("{\"none\":null,\"half\":{\"x\":null,\"y\":7}}", json(adapter, points));
    assertEquals(adapter.toJson(points), json(adapter, points));
    assertEquals(
        "half={\"x\":null,\"y\":7}", decoded(newForm("", Set.of("half"), adapter, points)));
    assertEquals(
        oldForm("", Set.of("half", "none"), adapter, points),
        newForm("", Set.of("half", "none"), adapter, points));
  }

  // ---- forms

  private static String form(String root, Set<String> json, Object value) throws IOException {
    return newForm(root, json, StandardAdapters.ANY, value);
  }

  private static <T> String newForm(
      String root, Set<String> json, ByteJsonAdapter<T> adapter, T value) throws IOException {
    FormWriter writer = new FormWriter(FormEncoding.bytes(root), json);
    adapter.write(writer, value);
    return sent(writer.form());
  }

  private static String sent(RequestBody body) throws IOException {
    Buffer sink = new Buffer();
    body.writeTo(sink);
    assertEquals(body.contentLength(), sink.size());
    return sink.readUtf8();
  }

  private static String decoded(String form) {
    return java.net.URLDecoder.decode(form, java.nio.charset.StandardCharsets.UTF_8);
  }

  /** By way of a tree and OkHttp's form. */
  private static <T> String oldForm(
      String root, Set<String> json, ByteJsonAdapter<T> adapter, T value) throws IOException {
    okhttp3.FormBody.Builder body = new okhttp3.FormBody.Builder();
    Object tree = adapter.toJsonValue(value);
    if (!root.isEmpty()) {
      flatten(body, root, tree);
    } else if (tree instanceof Map<?, ?> members) {
      for (Map.Entry<?, ?> member : members.entrySet()) {
        String name = (String) member.getKey();
        if (json.contains(name)) body.add(name, moshiJson(member.getValue()));
        else flatten(body, name, member.getValue());
      }
    }
    return sent(body.build());
  }

  private static void flatten(okhttp3.FormBody.Builder body, String name, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, member) -> flatten(body, name + "[" + key + "]", member));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) flatten(body, name + "[" + i + "]", list.get(i));
    } else if (value != null) {
      body.add(name, Scalars.text(value));
    }
  }

  @Test
  void anyFormIsWrittenAsByOkHttp() throws IOException {
    Set<String> json = Set.of("a", "name", "", "äöü", "12.50", "\u2028\n\t");
    for (long seed = 0; seed < SEEDS; seed++) {
      Object value = random(seed);
      if (value == null) continue;
      assertEquals(
          oldForm("the [root]", json, StandardAdapters.ANY, value),
          form("the [root]", json, value));
      if (!(value instanceof Map)) continue;
      assertEquals(oldForm("", json, StandardAdapters.ANY, value), form("", json, value));
    }
  }

  @Test
  void everyCharacterOfAFormIsWrittenAsByOkHttp() throws IOException {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      Map<String, Object> value = Map.of("a" + c, "b" + c + " c");
      int character = c;
      assertEquals(
          oldForm("", Set.of(), StandardAdapters.ANY, value),
          form("", Set.of(), value),
          () -> Integer.toHexString(character));
    }
  }

  @Test
  void numbersInAFormAreWrittenAsBefore() throws IOException {
    Map<String, Object> value =
        Map.of("a", List.of(5.0, 0.1f, 5f, 1e300, -0.0, new BigDecimal("1E+3"), (short) 4, 3));
    assertEquals(oldForm("", Set.of(), StandardAdapters.ANY, value), form("", Set.of(), value));
  }

  @Test
  void aFormNeedsAnObjectOrARoot() throws IOException {
    for (Object value : List.of("text", 1L, 1.5, true, List.of(1L))) {
      Exception e = assertThrows(IllegalArgumentException.class, () -> form("", Set.of(), value));
      assertEquals(
          "Expected an object as a form but found something else. Send an object, or say what a"
              + " form of it is called.",
          e.getMessage());
    }
    assertEquals("root=text", form("root", Set.of(), "text"));
    assertEquals("root%5B0%5D=1", form("root", Set.of(), List.of(1L)));
  }
}
