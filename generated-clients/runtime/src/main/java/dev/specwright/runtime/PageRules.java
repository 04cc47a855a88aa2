package dev.specwright.runtime;

import dev.specwright.runtime.ApiOperation.Pagination;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Checks what asks for a page in the URL of a request, where also {@link ApiCall#query} may have
 * set it: that numbers are numbers, and that the number of rows is one that the document allows.
 */
final class PageRules {
  /** What fits into a {@code long}. */
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

  private static final Rule NO_NUMBER =
      Rules.of(
          String.class,
          (text, violations) ->
              violations.add("a whole number", text, "another text", "Send one such as 10."));

  private PageRules() {}

  static void check(Request request, Operation operation, Violations violations) {
    Optional<Pagination> found = operation.pagination();
    if (found.isEmpty()) return;
    Pagination page = found.get();
    if (page.style() == Pagination.Style.OFFSET) {
      number(request.url(), page.parameter(), Rules.number(), violations);
    }
    if (!page.limit().isEmpty()) number(request.url(), page.limit(), rows(page), violations);
  }

  private static Rule rows(Pagination page) {
    NumberRule rule = Rules.number();
    if (page.least() > Integer.MIN_VALUE) rule = rule.minimum(Integer.toString(page.least()));
    return page.most() < Integer.MAX_VALUE ? rule.maximum(Integer.toString(page.most())) : rule;
  }

  private static void number(HttpUrl url, String name, Rule rule, Violations violations) {
    String text = url.queryParameter(name);
    // As an argument of the method it was checked already.
    if (text == null || violations.isAt("query." + name)) return;
    if (WHOLE.matcher(text).matches()) violations.at("query.", name, Long.valueOf(text), rule);
    else violations.at("query.", name, text, NO_NUMBER);
  }
}
