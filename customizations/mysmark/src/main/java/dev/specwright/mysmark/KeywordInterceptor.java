package dev.specwright.mysmark;

import dev.specwright.runtime.NotSentException;
import dev.specwright.runtime.Operation;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Appends the {@link Keyword} that a call carries to its URL. "Keywords must always be added as the
 * last part of the url" (section 3.5).
 *
 * <p>An application interceptor. It stands in front of retries and credentials, so that these see
 * the URL that is sent.
 */
final class KeywordInterceptor implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Keyword keyword = request.tag(Keyword.class);
    if (keyword == null) return chain.proceed(request);
    check(keyword, request);
    return chain.proceed(
        request
            .newBuilder()
            .url(request.url().newBuilder().addPathSegment(keyword.name()).build())
            .build());
  }

  private static void check(Keyword keyword, Request request) throws NotSentException {
    Operation operation = Operation.of(request);
    String id = operation == null ? request.method() : operation.id();
    ResourcePath path = ResourcePath.of(operation == null ? "" : operation.path());
    if (path.keyword() != null) {
      throw new NotSentException(
          "Expected the keyword "
              + keyword
              + " as the last part of the URL but found a call, "
              + id
              + ", that already ends in the keyword "
              + path.keyword()
              + ". A call can have one keyword only.");
    }
    if (!path.isResource() || endsEmpty(request)) {
      throw new NotSentException(
          "Expected a call of one resource for the keyword "
              + keyword
              + " but found "
              + id
              + ", whose URL does not end in the ID of a resource. Put the keyword on a call such"
              + " as getObject.");
    }
    if (!keyword.collections().contains(path.collection())) {
      throw new NotSentException(
          "Expected a call of "
              + String.join(" or ", keyword.collections())
              + " for the keyword "
              + keyword
              + " but found "
              + id
              + ", a call of "
              + path.collection()
              + ". Leave the keyword out, or put it on a call of the right collection.");
    }
    // Retries go by the operation, which does not know what the keyword makes of it.
    if (operation != null && operation.idempotent() && operation.method().equals("POST")) {
      throw new NotSentException(
          "Expected a call that is never repeated for the keyword "
              + keyword
              + " but found "
              + id
              + ", a POST that the document allows to repeat. With a keyword that may not hold; use"
              + " the keyword's own operation, such as createUserSmark.");
    }
  }

  private static boolean endsEmpty(Request request) {
    return request.url().pathSegments().get(request.url().pathSize() - 1).isEmpty();
  }
}
