package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** What the fault matrix has to know of an API, and the servers and clients that it tries. */
abstract class FaultedApi<C extends AutoCloseable, B extends ClientBuilder<B>>
    implements Fault.Texts {
  /** Kept from one fault to the next, since making one takes longer than a call. */
  private @Nullable FaultBench<C> shared;

  /** Returns a builder with planted credentials; the matrix adds server, clock and the like. */
  protected abstract B builder();

  /** Builds the client. */
  protected abstract C build(B builder);

  /** Returns a call that reads and carries credentials. */
  protected abstract ApiCall<?> read(C client);

  /** Returns a call that must not be repeated, or null if the API has none. */
  protected @Nullable ApiCall<?> write(C client) {
    return null;
  }

  /** Returns more calls to try, those unlike the others. */
  protected List<Probe<C, ?>> more() {
    return List.of();
  }

  /** Everything that was planted in {@link #builder}. */
  protected abstract List<String> secrets();

  /** The end of the token request's path, or null if the API has no tokens. */
  protected @Nullable String tokenPath() {
    return null;
  }

  /** A good answer to a request for a token. */
  protected static String tokenAnswer() {
    return FaultBench.tokenText("planted-fresh");
  }

  /** Vendor's codes that stand for a refused token, whatever status they come with. */
  protected List<String> tokenRefusals() {
    return List.of();
  }

  /** What the call carries, which the service may repeat: a token, or the credentials. */
  @Override
  public final String planted() {
    FaultBench<C> bench = shared;
    if (bench != null && !bench.carried.isEmpty()) return String.join(" ", bench.carried);
    boolean token = tokenPath() != null && (bench == null || !bench.probesToken);
    return !token
        ? String.join(" ", secrets())
        : FaultBench.token(bench == null ? 1 : bench.tokens.get());
  }

  /** Answers to {@link #read} with values of other types than the document says. */
  protected List<String> wrongAnswers() {
    return List.of();
  }

  /** A good answer to {@link #write}. */
  protected String writeAnswer() {
    return readAnswer();
  }

  @Override
  public boolean writeTakesAnyJson() {
    return false;
  }

  final C client(OkHttpClient http, FaultBench<C> bench) {
    return build(
        builder()
            .server(bench.server.url("/").toString())
            .httpClient(http)
            .clock(bench.clock)
            .log(bench.log::add)
            .answerLimit(Fault.ANSWER_LIMIT)
            .sleeper((time, call) -> {}));
  }

  final FaultBench<C> bench() throws Exception {
    return new FaultBench<>(this);
  }

  final FaultBench<C> shared() throws Exception {
    FaultBench<C> bench = shared;
    if (bench == null) bench = bench();
    shared = bench;
    bench.reset();
    return bench;
  }

  /** Closes what a whole factory of tests has shared, or what one of them has spoiled. */
  @AfterEach
  void closeShared() throws IOException {
    FaultBench<C> bench = shared;
    shared = null;
    if (bench != null) bench.close();
  }

  @SuppressWarnings("unchecked") // Nobody looks at the value.
  private static <T> ApiCall<T> any(ApiCall<?> call) {
    return (ApiCall<T>) call;
  }

  private Probe<C, Object> reading() {
    return Probe.<C, Object>read("read", client -> any(read(client)), readAnswer())
        .isNot(wrongAnswers());
  }

  private @Nullable Probe<C, Object> writing(FaultBench<C> bench) {
    if (write(bench.client) == null) return null;
    return Probe.<C, Object>write("write", client -> any(written(client)), writeAnswer())
        .takesAnyJson(writeTakesAnyJson());
  }

  private ApiCall<?> written(C client) {
    ApiCall<?> call = write(client);
    if (call == null) throw new IllegalStateException("no write");
    return call;
  }

  final List<Probe<C, ?>> probes() throws Exception {
    List<Probe<C, ?>> probes = new ArrayList<>();
    probes.add(reading());
    try (FaultBench<C> bench = bench()) {
      Probe<C, Object> write = writing(bench);
      if (write != null) probes.add(write);
    }
    probes.addAll(more());
    return probes;
  }

  final ApiException failed(
      FaultBench<C> bench, ApiCall<?> call, Class<? extends ApiException> expected)
      throws Exception {
    ApiException e = assertThrows(ApiException.class, call::fetch);
    bench.check(e, expected);
    return e;
  }
}
