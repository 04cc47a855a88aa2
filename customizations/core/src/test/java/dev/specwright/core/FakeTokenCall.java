package dev.specwright.core;

import dev.specwright.core.AccessTokens.Token;
import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.Operation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import okhttp3.Request;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Callback;
import retrofit2.Response;

/** A call for a token that does what a test says. */
final class FakeTokenCall implements ApiCall<Token> {
  final CountDownLatch cancelled = new CountDownLatch(1);
  private final Supplier<Token> answer;
  @Nullable Duration limit;

  FakeTokenCall(Supplier<Token> answer) {
    this.answer = answer;
  }

  @Override
  public Token fetch() {
    return answer.get();
  }

  @Override
  public void cancel() {
    cancelled.countDown();
  }

  @Override
  public boolean isCanceled() {
    return cancelled.getCount() == 0;
  }

  @Override
  public ApiCall<Token> timeout(Duration time) {
    limit = time;
    return this;
  }

  @Override
  public CompletableFuture<Token> fetchAsync() {
    throw new UnsupportedOperationException();
  }

  @Override
  public ApiException exception(Exception cause) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Operation operation() {
    throw new UnsupportedOperationException();
  }

  @Override
  public ApiCall<Token> header(String name, String value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ApiCall<Token> query(String name, String value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <S> ApiCall<Token> tag(Class<S> type, S value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ApiCall<Token> clone() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Response<Token> execute() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void enqueue(Callback<Token> callback) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isExecuted() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Request request() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Timeout timeout() {
    throw new UnsupportedOperationException();
  }
}
