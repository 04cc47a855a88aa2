package dev.specwright.mappiness;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import dev.specwright.mappiness.api.ApiDocument;
import dev.specwright.mappiness.model.SignedUrl;
import dev.specwright.runtime.ErrorShape;
import dev.specwright.runtime.MalformedAnswerException;
import dev.specwright.runtime.NotSentException;
import dev.specwright.runtime.Operation;
import java.io.EOFException;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request to {@code get_u/} with exactly the path and query that are to be signed, and lets
 * an answer through only if it is the link for them: of the right server and participant, of the
 * form that the page describes, and the same byte for byte behind the authentication.
 *
 * <p>An application interceptor, in front of the one that fills in the secret.
 */
final class SignatureInterceptor implements Interceptor {
  /**
   * What is to be signed, carried by a call.
   *
   * @param text endpoint and query, as they would go out
   */
  record Target(String text) {}

  /** More than any URL; it bounds what is read before it is checked. */
  private static final long LARGEST_ANSWER = 64 * 1024;

  private final @Nullable ErrorShape errorShape = ApiDocument.DESCRIPTION.errorShape();
  private final JsonAdapter<SignedUrl> signedUrl =
      ApiDocument.DESCRIPTION.moshi().adapter(SignedUrl.class);
  private final @Nullable String linkServer;
  private final String participant;

  SignatureInterceptor(@Nullable String linkServer, String participant) {
    this.linkServer = linkServer;
    this.participant = participant;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Operation operation = Operation.of(request);
    if (operation == null || !SignatureCalls.isSignature(operation)) return chain.proceed(request);
    AuthenticatedUrl url = AuthenticatedUrl.of(request.url(), operation, SignatureCalls.CREDENTIAL);
    if (url == null) {
      throw new NotSentException(
          "Expected the URL of "
              + operation.id()
              + " as its interface makes it but found another. Leave it to the client.");
    }
    Target carried = request.tag(Target.class);
    String target = carried == null ? url.target() : carried.text();
    HttpUrl exact = AuthenticatedUrl.exactly(url.base() + url.authentication() + target);
    Response response = chain.proceed(request.newBuilder().url(exact).build());
    if (!response.isSuccessful()) return response;
    try {
      check(response.body().source(), linkServer == null ? url.base() : linkServer, target);
    } catch (IOException e) {
      response.close();
      throw e;
    }
    return response;
  }

  /** The source does not move. */
  private void check(BufferedSource source, String server, String target) throws IOException {
    if (source.request(LARGEST_ANSWER + 1)) {
      throw new MalformedAnswerException("Expected a link but found a text longer than any URL");
    }
    Buffer answer = source.getBuffer();
    SignedUrl signed;
    try {
      if (errorShape != null && errorShape.read(answer.clone()) != null) return;
      Buffer json = answer.clone();
      JsonRows.skipMark(json);
      signed = signedUrl.fromJson(json);
    } catch (JsonDataException | com.squareup.moshi.JsonEncodingException | EOFException e) {
      signed = null;
    }
    if (signed == null) {
      throw new MalformedAnswerException(
          "Expected {\"url\":...} with a link but found something else");
    }
    check(signed.url().toString(), server, target);
  }

  private void check(String text, String server, String target) throws IOException {
    MappinessLink link;
    try {
      link = MappinessLink.of(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedAnswerException(
          "Expected a link of the form that the page describes but found something else");
    }
    if (!link.base().equals(server)) {
      throw new MalformedAnswerException(
          "Expected a link of the server that was asked but found one of another server");
    }
    if (!link.participant().equals(participant)) {
      throw new MalformedAnswerException(
          "Expected a link of the participant who asked but found one of another participant");
    }
    if (!link.target().equals(target)) {
      throw new MalformedAnswerException(
          "Expected a link for the path and query that were asked for but found one for others");
    }
  }
}
