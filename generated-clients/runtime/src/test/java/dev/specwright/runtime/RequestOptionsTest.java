package dev.specwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RequestOptionsTest extends ZooTest {
  private String sentWith(ZooApi.ListAnimalsOptions.Builder query) throws InterruptedException {
    answer("[]");
    zoo().listAnimals(query.build()).fetch();
    return URLDecoder.decode(sent(), StandardCharsets.UTF_8);
  }

  private static ZooApi.ListAnimalsOptions.Builder query() {
    return ZooApi.ListAnimalsOptions.builder();
  }

  @Test
  void whatIsNotSetIsNotSent() throws Exception {
    assertEquals("GET /v1/animals", sentWith(query()));
  }

  @Test
  void eachKindIsWrittenItsWay() throws Exception {
    assertEquals("GET /v1/animals?born=4102444800", sentWith(query().born(time(4102444800L))));
    assertEquals("GET /v1/animals?tame=0", sentWith(query().tame(false)));
    assertEquals("GET /v1/animals?like={\"name\":\"Rex\"}", sentWith(query().like(rex())));
    assertEquals(
        "GET /v1/animals?include=happy,do_*", sentWith(query().include(List.of("happy", "do_*"))));
    assertEquals("GET /v1/animals?id[]=1&id[]=2", sentWith(query().id(List.of(1L, 2L))));
    assertEquals(
        "GET /v1/animals?where[]={\"name\":\"Rex\"}&where[]={\"name\":\"Rex\"}",
        sentWith(query().where(List.of(rex(), rex()))));
  }

  @Test
  void settingAgainReplaces() throws Exception {
    assertEquals(
        "GET /v1/animals?id[]=3&tame=1",
        sentWith(query().id(List.of(1L, 2L)).tame(false).id(List.of(3L)).tame(true)));
  }

  @Test
  void emptyListIsNotSent() throws Exception {
    assertEquals("GET /v1/animals", sentWith(query().id(List.of()).where(List.of())));
  }

  @Test
  void laterChangesOfTheBuilderOrTheListDoNotMatter() throws Exception {
    List<Long> ids = new ArrayList<>(List.of(1L));
    ZooApi.ListAnimalsOptions.Builder builder = query().id(ids);
    ZooApi.ListAnimalsOptions built = builder.build();
    ids.add(2L);
    builder.tame(true);
    answer("[]");
    zoo().listAnimals(built).fetch();
    assertEquals("GET /v1/animals?id%5B%5D=1", sent());
  }

  @Test
  void commaInAnElementIsRefused() {
    assertEquals(
        "Expected values without a comma but found \"a,b\". Pass them one by one.",
        assertThrows(IllegalArgumentException.class, () -> query().include(List.of("ok", "a,b")))
            .getMessage());
  }

  @Test
  void textHidesTheValues() {
    assertEquals("{born=██, tame=██}", query().born(time(1)).tame(true).build().toString());
  }

  private static Animal rex() {
    return Animal.of("Rex");
  }

  private static Instant time(long seconds) {
    return Instant.ofEpochSecond(seconds);
  }
}
