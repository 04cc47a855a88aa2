package dev.specwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FormBodyTest extends ZooTest {
  private String sentBy(ApiCall<Void> call) throws InterruptedException {
    server.enqueue(new MockResponse.Builder().code(204).build());
    call.fetch();
    return URLDecoder.decode(sent(), StandardCharsets.UTF_8);
  }

  @Test
  void propertiesArePlainText() throws Exception {
    assertEquals(
        "POST /v1/plain\nname=R&D ü=1&pin=0",
        sentBy(zoo().createPlain(Animal.builder().name("R&D ü=1").pin("0").build())));
  }

  @Test
  void textIsPercentEncoded() throws Exception {
    server.enqueue(new MockResponse.Builder().code(204).build());
    zoo().createPlain(Animal.of("R&D ü=1+")).fetch();
    assertEquals("POST /v1/plain\nname=R%26D+%C3%BC%3D1%2B", sent());
  }

  @Test
  void jsonPropertiesAreJsonText() throws Exception {
    Map<String, @Nullable Object> extra = new LinkedHashMap<>();
    extra.put("none", null);
    extra.put("big", 9007199254740993L);
    extra.put("exact", new BigDecimal("0.1000000000000000055"));
    assertEquals(
        "POST /v1/plain\nname=Rex&nick=\"R\\\"x\"&children=[{\"name\":\"Tom\"}]"
            + "&extra={\"none\":null,\"big\":9007199254740993,\"exact\":0.1000000000000000055}",
        sentBy(
            zoo()
                .createPlain(
                    Animal.builder()
                        .name("Rex")
                        .nick("R\"x")
                        .children(List.of(Animal.of("Tom")))
                        .additionalProperty("extra", extra)
                        .build())));
  }

  @Test
  void nullAsJsonIsSaid() throws Exception {
    assertEquals(
        "POST /v1/plain\nname=Rex&nick=null",
        sentBy(zoo().createPlain(Animal.builder().name("Rex").nick(null).build())));
  }

  @Test
  void nestedValuesHaveBracketsAndIndices() throws Exception {
    assertEquals(
        "POST /v1/php\nanimal[name]=Rex&animal[children][0][name]=Tom"
            + "&animal[children][1][name]=Tim&animal[children][1][children][0][name]=Ann"
            + "&animal[ids][0]=7&animal[ids][1]=8&animal[price]=1.50&animal[tame]=true",
        sentBy(
            zoo()
                .createPhp(
                    Animal.builder()
                        .name("Rex")
                        .children(
                            List.of(
                                Animal.of("Tom"),
                                Animal.builder()
                                    .name("Tim")
                                    .children(List.of(Animal.of("Ann")))
                                    .build()))
                        .additionalProperty("ids", List.of(7L, 8L))
                        .additionalProperty("price", new BigDecimal("1.50"))
                        .additionalProperty("tame", true)
                        .build())));
  }

  @Test
  void nullIsLeftOutOfBrackets() throws Exception {
    assertEquals(
        "POST /v1/php\nanimal[name]=Rex",
        sentBy(
            zoo()
                .createPhp(
                    Animal.builder()
                        .name("Rex")
                        .nick(null)
                        .children(List.of())
                        .additionalProperty("f3", null)
                        .build())));
  }

  @Test
  void bodyMayBeEmpty() throws Exception {
    assertEquals("DELETE /v1/animals/7", sentBy(zoo().deleteAnimal(7)));
  }

  @Test
  void jsonBodyTellsNullFromAbsent() throws Exception {
    answer("{\"name\":\"Rex\"}");
    zoo().createAnimal(Animal.builder().name("Rex").nick(null).build()).fetch();
    assertEquals("POST /v1/animals\n{\"name\":\"Rex\",\"nick\":null}", sent());
  }
}
