package dev.specwright.mappiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.core.AuthenticationException;
import dev.specwright.core.RequestRefusedException;
import dev.specwright.mappiness.api.ExportsApi.ListResponsesOptions;
import dev.specwright.runtime.ApiException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
  private FakeMappiness fake;

  @BeforeEach
  void start() throws Exception {
    fake = new FakeMappiness();
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  @Test
  void secretIsTheFirstSegmentOfThePath() throws Exception {
    fake.json("[]");

    assertEquals(List.of(), fake.client().exports().listResponses().fetch());

    assertEquals("GET /3kkq.pk7d.23wb/mappiness.json HTTP/1.1", fake.request().getRequestLine());
  }

  @Test
  void parametersAreThoseOfThePage() throws Exception {
    fake.json("[]");

    fake.client()
        .exports()
        .listResponses(
            ListResponsesOptions.builder()
                .limit(1)
                .offset(1)
                .before(Instant.parse("2011-04-30T23:00:00Z"))
                .after(Instant.ofEpochSecond(1304204400))
                .include(List.of("happy", "do_*"))
                .build())
        .fetch();

    assertEquals(
        "/3kkq.pk7d.23wb/mappiness.json?limit=1&offset=1&before=1304204400&after=1304204400"
            + "&include=happy%2Cdo_*",
        fake.request().getTarget());
  }

  @Test
  void serverMayHaveAPath() throws Exception {
    fake.json("[]");
    Mappiness mappiness =
        Mappiness.builder().server(fake.url("gate/way")).secret(FakeMappiness.SECRET).build();

    mappiness.exports().listResponses().fetch();

    assertEquals("/gate/way/3kkq.pk7d.23wb/mappiness.json", fake.request().getTarget());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "3kkq.pk7d",
        "3kkq.pk7d.23wb/",
        "3kkq.pk7d.23wb ",
        "3kkqqqq.pk7d.23wb",
        "3kkq.pk7a.23wb",
        "3KKQ.PK7D.23WB",
        "u/3kkq.6641a7e8278bcd49e476e7acae15",
        "3kkq.6641a7e8278bcd49e476e7acae15",
        "../3kkq.pk7d.23wb"
      })
  void secretOfAnotherFormIsRefusedWithoutShowingIt(String secret) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Mappiness.builder().secret(secret));
    assertEquals(
        "Expected a secret of the form xxx.xxxx.xxxx, with one to six characters before the first"
            + " dot, but found something else. Copy it from the link in the app, without the"
            + " address and without slashes.",
        e.getMessage());
  }

  @Test
  void secretIsNeitherInExceptionsNorInTheLog() {
    fake.answer(500, "text/html", "3kkq.pk7d.23wb");
    List<String> log = new ArrayList<>();
    Mappiness mappiness = fake.builder().secret(FakeMappiness.SECRET).log(log::add).build();

    ApiException e =
        assertThrows(ApiException.class, () -> mappiness.exports().exportResponsesCsv().fetch());

    assertEquals(
        "exportResponsesCsv: GET " + fake.url("██/mappiness.csv") + " was refused with status 500",
        e.getMessage());
    assertEquals(List.of("GET " + fake.url("██/mappiness.csv"), "500 text/html"), log);
    assertFalse(mappiness.exports().listResponses().toString().contains(FakeMappiness.SECRET));
  }

  @Test
  void withoutSecretNothingIsSent() {
    RequestRefusedException e =
        assertThrows(
            RequestRefusedException.class,
            () -> fake.builder().build().exports().listResponses().fetch());
    assertEquals(
        "listResponses: GET "
            + fake.url("██/mappiness.json")
            + " was not sent: Expected the credential apiSecret for listResponses but the client"
            + " has none. Set it on the client's builder.",
        e.getMessage());
    assertEquals(0, fake.server.getRequestCount());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 401, 403, 404, 500})
  void badSecretIsAnAuthenticationException(int status) {
    fake.answer(status, "application/json", "{\"error\":\"bad_secret\"}");

    AuthenticationException e =
        assertThrows(
            AuthenticationException.class, () -> fake.client().exports().listResponses().fetch());

    assertEquals("bad_secret", e.code());
    assertEquals(status, e.status());
    assertEquals(1, fake.server.getRequestCount());
  }

  @Test
  void redirectIsNotFollowed() {
    fake.server.enqueue(
        new mockwebserver3.MockResponse.Builder()
            .code(302)
            .setHeader("Location", fake.url("elsewhere"))
            .build());
    ApiException e =
        assertThrows(
            ApiException.class, () -> fake.client().exports().exportResponsesXls().fetch());
    assertEquals(302, e.status());
    assertEquals(1, fake.server.getRequestCount());
  }
}
