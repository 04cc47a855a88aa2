package dev.specwright.contract;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a mock says to a request.
 *
 * @param reasons what is wrong with the request, each as {@code place.name code: message}; none if
 *     it was accepted
 */
record MockAnswer(int status, List<String> reasons) {
  static MockAnswer of(HttpResponse<String> response) throws IOException {
    return new MockAnswer(response.statusCode(), reasons(response));
  }

  boolean isAccepted() {
    return status < 300 && reasons.isEmpty();
  }

  /** Next to an error of the document's own Prism gives its reasons in a header. */
  private static List<String> reasons(HttpResponse<String> response) throws IOException {
    String header = response.headers().firstValue("sl-violations").orElse(null);
    if (header != null) return all(parsed(header));
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (!type.equals("application/problem+json")) {
      return response.statusCode() < 300 ? List.of() : List.of("no reason");
    }
    Map<?, ?> problem = (Map<?, ?>) parsed(response.body());
    if (problem.get("validation") != null) return all(problem.get("validation"));
    String code = String.valueOf(problem.get("type")).replaceFirst(".*#", "");
    return List.of(code + ": " + problem.get("detail"));
  }

  private static List<String> all(Object violations) {
    return ((List<?>) violations).stream().map(each -> reason((Map<?, ?>) each)).toList();
  }

  private static String reason(Map<?, ?> violation) {
    String place =
        violation.get("location") instanceof List<?> steps
            ? steps.stream()
                .map(String::valueOf)
                .collect(Collectors.joining("."))
                .replaceFirst("^request\\.?", "")
            : "";
    Object code =
        violation.get("code") instanceof Double number ? number.intValue() : violation.get("code");
    return "%s %s: %s".formatted(place, code, violation.get("message")).strip();
  }

  private static Object parsed(String json) throws IOException {
    return new Moshi.Builder().build().adapter(Object.class).fromJson(json);
  }
}
