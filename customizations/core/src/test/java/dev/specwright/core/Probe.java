package dev.specwright.core;

import dev.specwright.runtime.ApiCall;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call that {@link FaultMatrix} makes, as a user would.
 *
 * @param <C> the client
 * @param <T> what the call gives
 */
public final class Probe<C, T> {
  /** Makes a call from its beginning to the end of its answer. */
  @FunctionalInterface
  public interface Use<C, T> {
    /** Returns what came, if anybody wants to look at it. */
    @Nullable Object make(C client, ApiCall<T> call);
  }

  private final String name;
  private final String answer;
  private final Function<C, ApiCall<T>> call;
  private final boolean writes;
  private @Nullable Use<C, T> use;
  private @Nullable Class<? extends Exception> broken;
  private boolean anyJson;
  private boolean htmlRefuses;
  private List<String> carried = List.of();
  private List<String> wrongAnswers = List.of();
  private boolean oneShot;
  private boolean token;
  private Runnable after = () -> {};

  private Probe(String name, Function<C, ApiCall<T>> call, String answer, boolean writes) {
    this.name = name;
    this.call = call;
    this.answer = answer;
    this.writes = writes;
  }

  /** A call that may be repeated; {@code answer} is a good one. */
  public static <C, T> Probe<C, T> read(String name, Function<C, ApiCall<T>> call, String answer) {
    return new Probe<>(name, call, answer, false);
  }

  /** A call that must not be repeated once it may have been carried out. */
  public static <C, T> Probe<C, T> write(String name, Function<C, ApiCall<T>> call, String answer) {
    return new Probe<>(name, call, answer, true);
  }

  /** Says that the answer is handed on as it arrives, whatever it is. */
  public Probe<C, T> streams(Use<C, T> made) {
    return streams(made, null);
  }

  /** As {@link #streams(Use)}, where the caller reads: what breaks then is thrown as itself. */
  public Probe<C, T> isReadByItsCaller(Use<C, T> made) {
    return streams(made, UncheckedIOException.class);
  }

  private Probe<C, T> streams(Use<C, T> made, @Nullable Class<? extends Exception> failure) {
    use = made;
    broken = failure;
    return this;
  }

  /** Says that the document does not limit the answer, but that it is JSON. */
  Probe<C, T> takesAnyJson(boolean any) {
    anyJson = any;
    return this;
  }

  /** Says which secrets the call carries, where they are not those of the client. */
  public Probe<C, T> carries(List<String> secrets) {
    carried = secrets;
    return this;
  }

  /** Adds answers that are not what the document says, such as text where a number must be. */
  public Probe<C, T> isNot(List<String> answers) {
    wrongAnswers = answers;
    return this;
  }

  /** Says that an HTML page in place of the answer means that the credentials are wrong. */
  public Probe<C, T> takesHtmlForARefusal() {
    htmlRefuses = true;
    return this;
  }

  /** Says that what is sent can be read only once, so that nothing can be sent again. */
  public Probe<C, T> sendsWhatCanBeReadOnce() {
    oneShot = true;
    return this;
  }

  /** Says that this is the request for a token, which carries none. */
  public Probe<C, T> isTokenRequest() {
    token = true;
    return this;
  }

  /** Checks something after each fault, such as that nothing was left behind. */
  public Probe<C, T> after(Runnable check) {
    after = check;
    return this;
  }

  String answer() {
    return answer;
  }

  boolean writes() {
    return writes;
  }

  boolean streams() {
    return use != null;
  }

  boolean anyJson() {
    return anyJson;
  }

  List<String> carried() {
    return carried;
  }

  List<String> wrongAnswers() {
    return wrongAnswers;
  }

  boolean token() {
    return token;
  }

  /** Whether the call is made again with another token when the first is refused. */
  boolean renews() {
    return !token && !oneShot;
  }

  ApiCall<T> call(C client) {
    return call.apply(client);
  }

  /** Makes the call in a way of its own, or else by {@code fetch}. */
  @Nullable Object make(C client, ApiCall<T> prepared) {
    return use == null ? prepared.fetch() : use.make(client, prepared);
  }

  void check() {
    after.run();
  }

  /** Returns the exception that a fault of the wire leads to, or of the answer. */
  Class<? extends Throwable> exception(Fault fault) {
    if (htmlRefuses && fault.isHtml()) return AuthenticationException.class;
    boolean wire = fault.kind() == Fault.Kind.HEAD || fault.kind() == Fault.Kind.BODY;
    if (writes && (wire || fault.isOfAGateway())) return OutcomeUnknownException.class;
    return fault.kind() == Fault.Kind.BODY && broken != null ? broken : fault.exception();
  }

  /** Returns the exception that a connection which breaks there leads to. */
  Class<? extends Throwable> broken(Fault.Kind where) {
    if (writes) return OutcomeUnknownException.class;
    return where == Fault.Kind.BODY && broken != null ? broken : TransportException.class;
  }

  /** Returns how often the request is sent, by a client whose credential can be renewed or not. */
  int requests(Fault fault, boolean renewable) {
    if (fault.refusesCredential()) return renewable && renews() ? 2 : 1;
    boolean begun = fault.kind() == Fault.Kind.BODY && streams();
    return writes || begun ? 1 : fault.requests();
  }

  @Override
  public String toString() {
    return name;
  }
}
