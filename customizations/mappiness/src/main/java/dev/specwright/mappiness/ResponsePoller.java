package dev.specwright.mappiness;

import static java.util.Objects.requireNonNull;

import dev.specwright.mappiness.model.ResponseRow;
import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.MalformedAnswerException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * New responses, one by one, the oldest first, each once: asks again and again for those "started
 * after" the latest start time seen (section "after=epoch"). {@link Mappiness#poller} makes one.
 *
 * <p>{@link #hasNext} waits until there is a response, and is false only after {@link #close}, from
 * this or any other thread, which ends a wait and a call under way; or when the thread is
 * interrupted. What the call throws comes through; the next {@link #hasNext} asks again, not before
 * it is time. All else is for one thread.
 *
 * <p>A response that reaches the service after a later one was seen is not found in this way.
 */
public final class ResponsePoller implements Iterator<ResponseRow>, AutoCloseable {
  /** Waits between two calls. */
  @FunctionalInterface
  public interface Sleeper {
    /** Waits for {@code time}, or less. */
    void sleep(Duration time) throws InterruptedException;
  }

  private static final String AFTER = "after";
  private static final String START = "start_time_epoch";
  private static final List<String> MISPLACED = List.of("limit", "offset", "before");

  private final ApiCall<List<ResponseRow>> call;
  private final Duration interval;
  private final Clock clock;
  private final Sleeper sleeper;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Deque<ResponseRow> rows = new ArrayDeque<>();
  private volatile @Nullable ApiCall<List<ResponseRow>> underWay;
  private @Nullable Instant last;
  private @Nullable Instant due;

  private ResponsePoller(Builder from) {
    call = from.call;
    interval = from.interval;
    clock = from.clock;
    last = from.after;
    sleeper =
        from.sleeper != null
            ? from.sleeper
            : time -> closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * The start time of the last response that {@link #next} gave, or what the builder's {@code
   * after} said, if there is none. Keep it, and give it to the builder of another day. While other
   * responses of the same second are still to come, it is the one before.
   */
  public Optional<Instant> lastStart() {
    return Optional.ofNullable(last);
  }

  @Override
  public boolean hasNext() {
    try {
      while (!isClosed() && rows.isEmpty()) {
        if (await()) fetch();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
    } catch (ApiException e) {
      if (!isClosed()) throw e;
    }
    return !isClosed();
  }

  @Override
  public ResponseRow next() {
    if (!hasNext()) throw new NoSuchElementException();
    ResponseRow row = rows.remove();
    ResponseRow following = rows.peek();
    if (following == null || start(following).isAfter(start(row))) last = start(row);
    return row;
  }

  /** Ends the polling; there is no next response then. */
  @Override
  public void close() {
    closed.countDown();
    ApiCall<List<ResponseRow>> current = underWay;
    if (current != null) current.cancel();
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  /** Returns whether it is time; a sleeper may wake up early. */
  private boolean await() throws InterruptedException {
    Duration left = due == null ? Duration.ZERO : Duration.between(clock.instant(), due);
    if (left.isNegative() || left.isZero()) return true;
    // More than the interval can only be left when somebody has set the clock back.
    boolean tooLong = left.compareTo(interval) > 0;
    if (tooLong) due = clock.instant().plus(interval);
    sleeper.sleep(tooLong ? interval : left);
    return false;
  }

  private void fetch() {
    due = clock.instant().plus(interval);
    ApiCall<List<ResponseRow>> next =
        last == null ? call.clone() : call.query(AFTER, Long.toString(last.getEpochSecond()));
    underWay = next;
    // Whoever closed before that line did not see the call.
    if (isClosed()) return;
    try {
      List<ResponseRow> found = next.fetch();
      if (found.stream().anyMatch(row -> row.startTimeEpoch() == null)) {
        throw next.exception(
            new MalformedAnswerException(
                "Expected the start time of each response but found one without it"));
      }
      found.stream()
          .filter(row -> last == null || start(row).isAfter(last))
          .sorted(Comparator.comparing(ResponsePoller::start))
          .forEach(rows::add);
    } finally {
      underWay = null;
    }
  }

  private static Instant start(ResponseRow row) {
    return requireNonNull(row.startTimeEpoch());
  }

  /** Collects the settings of a {@link ResponsePoller}. */
  public static final class Builder {
    private final ApiCall<List<ResponseRow>> call;
    private Clock clock;
    private Duration interval = Duration.ofMinutes(15);
    private @Nullable Instant after;
    private @Nullable Sleeper sleeper;

    Builder(ApiCall<List<ResponseRow>> call, Clock clock) {
      check(call.request());
      this.call = call;
      this.clock = clock;
    }

    private static void check(Request request) {
      if (request.tag(MappinessLink.class) != null) {
        throw new IllegalArgumentException(
            "Expected a call by secret to poll with but found one by link. A link opens one exact"
                + " URL.");
      }
      HttpUrl url = request.url();
      for (String name : MISPLACED) {
        if (url.queryParameter(name) != null) {
          throw new IllegalArgumentException(
              "Expected a call without "
                  + name
                  + " to poll with but found one with it. Leave it out: responses would be missed.");
        }
      }
      if (!CsvRows.isAsked(START, url.queryParameter("include"))) {
        throw new IllegalArgumentException(
            "Expected "
                + START
                + " among the columns to poll with but found others only. Add it to include.");
      }
    }

    /**
     * Sets the latest start time already seen. Unless set, what the call's own {@code after} says,
     * or all responses there are.
     */
    public Builder after(Instant value) {
      after = value;
      return this;
    }

    /**
     * Sets the time from one call to the next; 15 minutes unless set.
     *
     * @throws IllegalArgumentException if it is less than a second or more than 365 days
     */
    public Builder every(Duration value) {
      if (value.compareTo(Duration.ofSeconds(1)) < 0 || value.compareTo(Duration.ofDays(365)) > 0) {
        throw new IllegalArgumentException(
            "Expected from a second to 365 days from one call to the next but found "
                + value
                + ". People respond a few times a day.");
      }
      interval = value;
      return this;
    }

    /** Takes the time from {@code value}; the client's clock unless set. */
    public Builder clock(Clock value) {
      clock = value;
      return this;
    }

    /** Waits with {@code value}; unless set, in a way that {@link ResponsePoller#close} ends. */
    public Builder sleeper(Sleeper value) {
      sleeper = value;
      return this;
    }

    /** Returns the poller. Nothing is sent yet. */
    public ResponsePoller build() {
      return new ResponsePoller(this);
    }
  }
}
