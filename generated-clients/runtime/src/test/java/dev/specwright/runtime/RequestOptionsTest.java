package dev.specwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

final class RequestOptionsTest extends ZooTest {
  private String sentWith(ZooApi.ListAnimalsOptions.Builder options) throws InterruptedException {
    answer("[]");
    zoo().listAnimals(options.build()).fetch();
    return URLDecoder.decode(sent(), StandardCharsets.UTF_8);
  }

  private static ZooApi.ListAnimalsOptions.Builder options() {
    return ZooApi.ListAnimalsOptions.builder();
  }

  @Test
  void whatIsNotSetIsNotSent() throws Exception {
    assertEquals("GET /v1/animals", sentWith(options()));
  }

  @Test
  void eachKindIsWrittenItsWay() throws Exception {
    assertEquals("GET /v1/animals?born=4102444800", sentWith(options().born(time(4102444800L))));
    assertEquals("GET /v1/animals?tame=0", sentWith(options().tame(false)));
    assertEquals("GET /v1/animals?like={\"name\":\"Rex\"}", sentWith(options().like(rex())));
    assertEquals(
        "GET /v1/animals?include=happy,do_*",
        sentWith(options().include(List.of("happy", "do_*"))));
    assertEquals("GET /v1/animals?id[]=1&id[]=2", sentWith(options().id(List.of(1L, 2L))));
    assertEquals(
        "GET /v1/animals?where[]={\"name\":\"Rex\"}&where[]={\"name\":\"Rex\"}",
        sentWith(options().where(List.of(rex(), rex()))));
  }

  @Test
  void settingAgainReplaces() throws Exception {
    assertEquals(
        "GET /v1/animals?id[]=3&tame=1",
        sentWith(options().id(List.of(1L, 2L)).tame(false).id(List.of(3L)).tame(true)));
  }

  @Test
  void emptyListIsNotSent() throws Exception {
    assertEquals("GET /v1/animals", sentWith(options().id(List.of()).where(List.of())));
  }

  @Test
  void laterChangesOfTheBuilderOrTheListDoNotMatter() throws Exception {
    List<Long> ids = new ArrayList<>(List.of(1L));
    ZooApi.ListAnimalsOptions.Builder builder = options().id(ids);
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
        assertThrows(IllegalArgumentException.class, () -> options().include(List.of("ok", "a,b")))
            .getMessage());
  }

  @Test
  void headerIsSentBesideTheQuery() throws Exception {
    answer("[]");
    zoo().listAnimals(options().lang("de").lang("en").tame(true).build()).fetch();
    RecordedRequest request = server.takeRequest();
    assertEquals("/v1/animals?tame=1", request.getTarget());
    assertEquals(List.of("en"), request.getHeaders().values("X-Lang"));
  }

  @Test
  void headerOfTheCallWins() throws Exception {
    answer("[]");
    zoo().listAnimals(options().lang("de").build()).header("X-Lang", "en").fetch();
    assertEquals(List.of("en"), server.takeRequest().getHeaders().values("X-Lang"));
  }

  @Test
  void headerThatCannotBeSentIsRefusedWithoutBeingQuoted() {
    assertEquals(
        "Expected printable ASCII as the header X-Lang but found another character. Encode the"
            + " value, or remove line breaks.",
        assertThrows(
                IllegalArgumentException.class,
                () -> zoo().listAnimals(options().lang("secr\u00e9t").build()))
            .getMessage());
  }

  @Test
  void textHidesTheValues() {
    assertEquals("{born=██, tame=██}", options().born(time(1)).tame(true).build().toString());
  }

  private static Animal rex() {
    return Animal.of("Rex");
  }

  private static Instant time(long seconds) {
    return Instant.ofEpochSecond(seconds);
  }
}
