package dev.specwright.mappiness;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.core.AuthenticationException;
import dev.specwright.core.BadAnswerException;
import dev.specwright.mappiness.api.ExportsApi.ListResponsesOptions;
import dev.specwright.mappiness.model.ResponseRow;
import dev.specwright.runtime.ApiCall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponsePollerTest {
  private FakeMappiness fake;
  private Mappiness mappiness;
  private Instant now = Instant.parse("2026-01-02T03:04:05Z");
  private final List<Duration> slept = new ArrayList<>();
  private @Nullable ResponsePoller open;

  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  @BeforeEach
  void start() throws Exception {
    fake = new FakeMappiness();
    mappiness = fake.builder().secret(FakeMappiness.SECRET).clock(clock).build();
  }

  @AfterEach
  void stop() {
    if (open != null) open.close();
    fake.close();
  }

  private void sleep(Duration time) {
    slept.add(time);
    now = now.plus(time);
  }

  private ResponsePoller.Builder settings() {
    return mappiness.poller(mappiness.exports().listResponses()).sleeper(this::sleep);
  }

  private ResponsePoller started(ResponsePoller.Builder settings) {
    open = settings.build();
    return open;
  }

  private void answer(long... starts) {
    List<String> rows = new ArrayList<>();
    for (long start : starts) rows.add("{\"start_time_epoch\":" + start + "}");
    fake.json(rows.toString());
  }

  private static List<Long> take(ResponsePoller poller, int count) {
    List<Long> starts = new ArrayList<>();
    while (starts.size() < count) {
      starts.add(requireNonNull(poller.next().startTimeEpoch()).getEpochSecond());
    }
    return starts;
  }

  private String sent() throws InterruptedException {
    return fake.request().getTarget().replace("/3kkq.pk7d.23wb/", "");
  }

  @Test
  void asksForWhatStartedAfterTheLatestSeen() throws Exception {
    answer(30, 20, 10);
    answer();
    answer(50, 40);
    ResponsePoller poller = started(settings());

    assertEquals(List.of(10L, 20L, 30L, 40L, 50L), take(poller, 5));

    assertEquals(List.of("mappiness.json", "mappiness.json?after=30"), List.of(sent(), sent()));
    assertEquals("mappiness.json?after=30", sent());
    assertEquals(List.of(Duration.ofMinutes(15), Duration.ofMinutes(15)), slept);
  }

  @Test
  void givesNoResponseTwiceEvenIfTheServiceDoes() {
    answer(20, 10);
    answer(30, 20, 10);
    assertEquals(List.of(10L, 20L, 30L), take(started(settings()), 3));
  }

  @Test
  void goesOnFromAStartTimeThatWasKept() throws Exception {
    answer(1304204401, 1304204400);
    Instant kept = Instant.ofEpochSecond(1304204400);
    ResponsePoller poller = started(settings().after(kept));
    assertEquals(Optional.of(kept), poller.lastStart());

    assertEquals(List.of(1304204401L), take(poller, 1));

    assertEquals("mappiness.json?after=1304204400", sent());
    assertEquals(Optional.of(kept.plusSeconds(1)), poller.lastStart());
  }

  @Test
  void startTimeToKeepLosesNoResponseOfTheSameSecond() {
    answer(20, 20, 10);
    ResponsePoller poller = started(settings());
    assertEquals(Optional.empty(), poller.lastStart());
    assertEquals(List.of(10L, 20L), take(poller, 2));
    assertEquals(Optional.of(Instant.ofEpochSecond(10)), poller.lastStart());
    assertEquals(List.of(20L), take(poller, 1));
    assertEquals(Optional.of(Instant.ofEpochSecond(20)), poller.lastStart());
  }

  @Test
  void keepsTheColumnsThatTheCallAsksFor() throws Exception {
    answer(10);
    answer(20);
    ListResponsesOptions query =
        ListResponsesOptions.builder().include(List.of("happy", "start_time_*")).build();

    take(
        started(mappiness.poller(mappiness.exports().listResponses(query)).sleeper(this::sleep)),
        2);

    assertEquals("mappiness.json?include=happy%2Cstart_time_*", sent());
    assertEquals("mappiness.json?include=happy%2Cstart_time_*&after=10", sent());
  }

  @Test
  void waitsOnlyForWhatIsLeftOfTheInterval() {
    answer(10);
    answer(20);
    ResponsePoller poller = started(settings().every(Duration.ofMinutes(10)));
    take(poller, 1);
    now = now.plus(Duration.ofMinutes(4));
    take(poller, 1);
    assertEquals(List.of(Duration.ofMinutes(6)), slept);
  }

  @Test
  void clockThatIsSetBackDelaysNothingByMoreThanTheInterval() {
    answer(10);
    answer(20);
    ResponsePoller poller = started(settings());
    take(poller, 1);
    now = now.minus(Duration.ofDays(1));
    take(poller, 1);
    assertEquals(List.of(Duration.ofMinutes(15)), slept);
  }

  @Test
  void failureComesThroughAndTheNextCallIsNotMadeBeforeItIsTime() {
    fake.answer(401, "application/json", "{\"error\":\"bad_secret\"}");
    answer(10);
    ResponsePoller poller = started(settings());
    assertThrows(AuthenticationException.class, poller::hasNext);
    assertEquals(List.of(), slept);
    assertEquals(List.of(10L), take(poller, 1));
    assertEquals(List.of(Duration.ofMinutes(15)), slept);
  }

  @Test
  void responseWithoutStartTimeIsABadAnswer() {
    fake.json("[{\"start_time_epoch\":10},{\"happy\":1}]");
    BadAnswerException e = assertThrows(BadAnswerException.class, started(settings())::hasNext);
    assertEquals(
        "listResponses: GET "
            + fake.url("██/mappiness.json")
            + " got an answer that does not fit the document, status 200: Expected the start time of"
            + " each response but found one without it",
        e.getMessage());
  }

  @Test
  void closingEndsTheIteration() {
    answer(20, 10);
    ResponsePoller poller = started(settings());
    List<ResponseRow> rows = new ArrayList<>();
    poller.forEachRemaining(
        row -> {
          rows.add(row);
          poller.close();
        });
    assertEquals(1, rows.size());
    assertFalse(poller.hasNext());
    assertThrows(NoSuchElementException.class, poller::next);
    assertEquals(Optional.of(Instant.ofEpochSecond(10)), poller.lastStart());
    assertEquals(1, fake.server.getRequestCount());
  }

  @Test
  void closingEndsTheWaitBetweenTwoCalls() throws Exception {
    answer();
    ResponsePoller poller =
        started(mappiness.poller(mappiness.exports().listResponses()).every(Duration.ofDays(1)));
    Thread other =
        new Thread(
            () -> {
              try {
                fake.request();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              } finally {
                poller.close();
              }
            });
    other.start();
    assertFalse(poller.hasNext());
    other.join();
  }

  @Test
  void closingEndsACallUnderWay() throws Exception {
    ResponsePoller poller = started(settings());
    fake.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            poller.close();
            return new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
          }
        });
    assertFalse(poller.hasNext());
    assertEquals(List.of(), slept);
  }

  @Test
  void interruptEndsItAndIsKept() {
    answer();
    ResponsePoller poller =
        started(
            settings()
                .sleeper(
                    time -> {
                      throw new InterruptedException();
                    }));
    assertFalse(poller.hasNext());
    assertTrue(Thread.interrupted());
    assertEquals(1, fake.server.getRequestCount());
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit", "offset", "before"})
  void parameterThatWouldLeaveResponsesOutIsRefused(String name) {
    ApiCall<List<ResponseRow>> call = mappiness.exports().listResponses().query(name, "1");
    assertEquals(
        "Expected a call without "
            + name
            + " to poll with but found one with it. Leave it out: responses would be missed.",
        assertThrows(IllegalArgumentException.class, () -> mappiness.poller(call)).getMessage());
  }

  @Test
  void callThatCannotBePolledIsRefused() {
    ListResponsesOptions happy = ListResponsesOptions.builder().include(List.of("happy")).build();
    assertEquals(
        "Expected start_time_epoch among the columns to poll with but found others only. Add it to"
            + " include.",
        assertThrows(
                IllegalArgumentException.class,
                () -> mappiness.poller(mappiness.exports().listResponses(happy)))
            .getMessage());
    MappinessLink link = fake.link(FakeMappiness.HAPPY, "mappiness.json");
    assertEquals(
        "Expected a call by secret to poll with but found one by link. A link opens one exact URL.",
        assertThrows(
                IllegalArgumentException.class,
                () -> mappiness.poller(mappiness.open(link).responses()))
            .getMessage());
    for (Duration interval : List.of(Duration.ofMillis(999), Duration.ofDays(365).plusNanos(1))) {
      assertEquals(
          "Expected from a second to 365 days from one call to the next but found "
              + interval
              + ". People respond a few times a day.",
          assertThrows(IllegalArgumentException.class, () -> settings().every(interval))
              .getMessage());
    }
  }
}
