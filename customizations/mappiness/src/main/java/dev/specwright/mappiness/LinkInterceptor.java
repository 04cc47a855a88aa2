package dev.specwright.mappiness;

import dev.specwright.runtime.CallRecord;
import dev.specwright.runtime.NotSentException;
import dev.specwright.runtime.Operation;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Puts the URL of the {@link MappinessLink} that a call carries in place of the generated one, so
 * that what was signed is what is sent.
 *
 * <p>An application interceptor, in front of everything that reads the URL.
 */
final class LinkInterceptor implements Interceptor {
  /** The document's name for a link. */
  static final String CREDENTIAL = "link";

  private final @Nullable String linkServer;

  LinkInterceptor(@Nullable String linkServer) {
    this.linkServer = linkServer;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Operation operation = Operation.of(request);
    AuthenticatedUrl url =
        operation == null ? null : AuthenticatedUrl.of(request.url(), operation, CREDENTIAL);
    if (operation == null || url == null) return chain.proceed(request);
    MappinessLink link = request.tag(MappinessLink.class);
    if (link == null) {
      throw new NotSentException(
          "Expected a link for "
              + operation.id()
              + " but the call has none. Call open(MappinessLink.parse(url)) instead.");
    }
    if (!link.base().equals(linkServer == null ? url.base() : linkServer)) {
      throw new NotSentException(
          "Expected a link of this client's server but found one of "
              + link.base()
              + ". Build another client for another server.");
    }
    if (!isFor(link, url.target())) {
      throw new NotSentException(
          "Expected a link to "
              + url.target()
              + " but found one to "
              + link.target()
              + ". A link opens the exact URL for which it was made.");
    }
    keepSecret(request, link);
    HttpUrl signed =
        AuthenticatedUrl.exactly(url.base() + link.url().substring(link.base().length()));
    return chain.proceed(request.newBuilder().url(signed).build());
  }

  /** The service may repeat the URL, and no credential is filled in that could tell of it. */
  private static void keepSecret(Request request, MappinessLink link) {
    CallRecord record = request.tag(CallRecord.class);
    if (record == null) return;
    record.secret(link.participant() + "." + link.hmac());
    record.secret(link.hmac());
  }

  /** Whether the link is for the call's endpoint, and for its query if it has one. */
  private static boolean isFor(MappinessLink link, String target) {
    return link.target().equals(target)
        || (target.indexOf('?') < 0 && link.target().startsWith(target + "?"));
  }
}
