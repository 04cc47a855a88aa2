package dev.specwright.mappiness;

import dev.specwright.runtime.ApiOperation;
import dev.specwright.runtime.NotSentException;
import dev.specwright.runtime.Operation;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a URL whose first segments authenticate it, as a generated interface makes it.
 *
 * @param base the server, with a slash at its end
 * @param authentication the segments that authenticate, with the gap for the credential: {@code
 *     get_u/%7Bsecret%7D/}
 * @param target what the credential opens: endpoint and query, as they go out
 */
record AuthenticatedUrl(String base, String authentication, String target) {

  /** Returns the parts, or null if no segment of the operation waits for {@code credential}. */
  static @Nullable AuthenticatedUrl of(HttpUrl url, Operation operation, String credential) {
    String parameter = parameter(operation, credential);
    if (parameter == null) return null;
    String template = "{" + parameter + "}/";
    int end = operation.path().indexOf(template) + template.length();
    String authentication =
        operation.path().substring(0, end).replace("{", "%7B").replace("}", "%7D");
    String text = url.toString();
    int start = text.indexOf("/" + authentication);
    if (start < 0) return null;
    return new AuthenticatedUrl(
        text.substring(0, start + 1),
        authentication,
        text.substring(start + 1 + authentication.length()));
  }

  /** Returns the parameter of the path that takes {@code credential}, or null if there is none. */
  static @Nullable String parameter(Operation operation, String credential) {
    for (ApiOperation.Credential each : operation.credentials()) {
      if (each.name().equals(credential)) return each.parameter();
    }
    return null;
  }

  /** Returns the URL of {@code text}, made sure that nothing in it changes. */
  static HttpUrl exactly(String text) throws NotSentException {
    HttpUrl url = HttpUrl.parse(text);
    if (url != null && url.toString().equals(text)) return url;
    throw new NotSentException(
        "Expected a URL that can be sent as it is but found one that would be changed. Check the"
            + " link and the server.");
  }
}
