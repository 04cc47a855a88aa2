package dev.specwright.icommkt;

import dev.specwright.runtime.ApiOperation.Pagination;
import dev.specwright.runtime.NotSentException;
import dev.specwright.runtime.Operation;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Refuses a number of rows per page that the service does not allow: "entre 1 y 100" (section
 * Paginado). An application interceptor.
 */
final class PageSizeInterceptor implements Interceptor {
  /** The most rows that a page can have. */
  static final int MOST = 100;

  private static final Pattern ALLOWED = Pattern.compile("[1-9][0-9]?|" + MOST);

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Optional<Pagination> pagination =
        Optional.ofNullable(Operation.of(request)).flatMap(Operation::pagination);
    if (pagination.isPresent()) check(request, pagination.get().limit());
    return chain.proceed(request);
  }

  private static void check(Request request, String parameter) throws NotSentException {
    String limit = request.url().queryParameter(parameter);
    if (limit == null || ALLOWED.matcher(limit).matches()) return;
    throw new NotSentException(
        "Expected a "
            + parameter
            + " from 1 to "
            + MOST
            + " but found "
            + limit
            + ". For more rows, read page by page, as allCampaigns() and allAnswers() do.");
  }
}
