package dev.specwright.contract;

import dev.specwright.contract.driver.CredentialPlace.Place;
import dev.specwright.contract.driver.DocumentedOperation;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;

/**
 * Where the raw text of a request holds a secret, in whatever form. A finding names the place and
 * what is there, such as {@code QUERY oauth_token=planted-access-token}.
 */
final class SecretSearch {
  private final List<String> forms;

  SecretSearch(List<String> secrets) {
    forms = secrets.stream().flatMap(SecretSearch::forms).distinct().toList();
  }

  private static Stream<String> forms(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    return Stream.of(
            secret,
            encoded,
            encoded.replace("+", "%20"),
            Base64.getEncoder().withoutPadding().encodeToString(bytes),
            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
            HexFormat.of().formatHex(bytes))
        .map(form -> form.toLowerCase(Locale.ROOT));
  }

  /** Returns what of {@code request}, a call of {@code operation}, holds a secret. */
  Set<String> findings(RecordedRequest request, DocumentedOperation operation) {
    Set<String> findings = new TreeSet<>();
    inPath(request.getUrl(), operation, findings);
    inQuery(request.getUrl().encodedQuery(), Place.QUERY, findings);
    Headers headers = request.getHeaders();
    for (int i = 0; i < headers.size(); i++) {
      if (holdsSecret(headers.name(i) + headers.value(i))) {
        findings.add(inHeader(headers.name(i), headers.value(i)));
      }
    }
    inBody(request, findings);
    return findings;
  }

  private static String inHeader(String name, String value) {
    Place place = value.startsWith("Basic ") ? Place.BASIC : Place.HEADER;
    return finding(value.startsWith("Bearer ") ? Place.BEARER : place, name, value);
  }

  private void inPath(HttpUrl url, DocumentedOperation operation, Set<String> findings) {
    List<String> template = List.of(operation.path().substring(1).split("/", -1));
    for (int i = 0; i < url.pathSize(); i++) {
      String segment = url.pathSegments().get(i);
      if (holdsSecret(segment)) {
        findings.add(finding(Place.PATH, template.get(i).replaceAll("[{}]", ""), segment));
      }
    }
  }

  /** A form is written like a query. */
  private void inQuery(String fields, Place place, Set<String> findings) {
    if (fields == null) return;
    for (String field : fields.split("&", -1)) {
      int equals = Math.max(0, field.indexOf('='));
      String value = decoded(field.substring(equals).replaceFirst("=", ""));
      if (holdsSecret(field) || holdsSecret(value)) {
        findings.add(finding(place, decoded(field.substring(0, equals)), value));
      }
    }
  }

  private void inBody(RecordedRequest request, Set<String> findings) {
    ByteString body = request.getBody();
    if (body == null) return;
    if (isForm(request)) {
      inQuery(body.utf8(), Place.FORM, findings);
    } else if (holdsSecret(body.string(StandardCharsets.ISO_8859_1))) {
      findings.add("somewhere in the body");
    }
  }

  /** Returns the names of the fields of a form; of {@code user[name]} the first part. */
  static Set<String> fieldNames(RecordedRequest request) {
    Set<String> names = new TreeSet<>();
    if (!isForm(request) || request.getBody().size() == 0) return names;
    for (String field : request.getBody().utf8().split("&", -1)) {
      names.add(decoded(field.replaceFirst("=.*", "")).replaceFirst("\\[.*", ""));
    }
    return names;
  }

  private static boolean isForm(RecordedRequest request) {
    String type = request.getHeaders().get("Content-Type");
    return type != null && type.startsWith("application/x-www-form-urlencoded");
  }

  private boolean holdsSecret(String text) {
    String lowered = text.toLowerCase(Locale.ROOT);
    return forms.stream().anyMatch(lowered::contains);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Returns the finding of {@code value} in a place. */
  static String finding(Place place, String parameter, String value) {
    return place + " " + parameter + "=" + value;
  }
}
