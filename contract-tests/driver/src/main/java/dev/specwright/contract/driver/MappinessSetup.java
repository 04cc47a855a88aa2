package dev.specwright.contract.driver;

import dev.specwright.core.ClientBuilder;
import dev.specwright.mappiness.Mappiness;
import dev.specwright.mappiness.MappinessLink;
import dev.specwright.mappiness.api.ApiDocument;
import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiDescription;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Mappiness: a secret, or the link that a call carries. */
record MappinessSetup(Map<String, String> variables) implements ClientSetup {
  private static final String SECRET = "MAPPINESS_API_SECRET";

  /** No variable of the client's: a link that goes with every call, where none is signed. */
  private static final String LINK = "MAPPINESS_LINK";

  static final Map<String, String> PLANTED =
      Map.of(SECRET, "3kkq.p7nt.d5cr", LINK, "3kkq.fa4efa4efa4efa4efa4efa4efa4e");

  @Override
  public ApiDescription description() {
    return ApiDocument.DESCRIPTION;
  }

  @Override
  public AutoCloseable client(Alternative alternative, Consumer<ClientBuilder<?>> settings) {
    Mappiness.Builder builder = Mappiness.builder().fromEnvironment(variables);
    // Links name the service, wherever the client is sent to.
    builder.linkServer(description().server());
    settings.accept(builder);
    return builder.build();
  }

  @Override
  public String sent(String credential) {
    return variable(credential.equals("link") ? LINK : SECRET);
  }

  // ---- signatures

  /** The client takes a signature only for the request it asked for: the one in the example. */
  @Override
  public DocumentedRequest fitted(DocumentedRequest request) {
    HttpUrl url = signed(request.operation());
    if (url == null || !variables.containsKey(LINK)) return request;
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>(request.parameters());
    parameters.keySet().removeIf(key -> key.startsWith("query "));
    for (String name : url.queryParameterNames()) {
      request
          .operation()
          .parameters("query")
          .filter(each -> each.name().equals(name))
          .forEach(each -> parameters.put(each.key(), value(url.queryParameter(name), each)));
    }
    return request.withParameters(parameters);
  }

  private static @Nullable Object value(@Nullable String text, DocumentedParameter parameter) {
    if (text == null) return null;
    return switch (parameter.schema().at("type").text()) {
      case "array" -> List.of(text.split(",", -1));
      case "integer" -> Long.valueOf(text);
      default -> text;
    };
  }

  @Override
  public boolean takesAnswersMadeForOthers(DocumentedOperation operation) {
    return signed(operation) == null;
  }

  /** Returns the link in the example of a signature, or null for another operation. */
  private static @Nullable HttpUrl signed(DocumentedOperation operation) {
    Object example =
        operation
            .successes()
            .findFirst()
            .flatMap(Answer::content)
            .map(Content::example)
            .orElse(null);
    return link(example);
  }

  private static @Nullable HttpUrl link(@Nullable Object answer) {
    return answer instanceof Map<?, ?> members && members.get("url") instanceof String url
        ? HttpUrl.parse(url)
        : null;
  }

  /**
   * A signature is the one answer that depends on the request, and that clients compare with it.
   */
  @Override
  public @Nullable Object answered(@Nullable Object example, HttpUrl request) {
    HttpUrl link = link(example);
    if (link == null) return example;
    return Map.of("url", link.toString().replace(target(link), target(request)));
  }

  /** Returns path and query behind the two segments of {@code u} or {@code get_u}. */
  private static String target(HttpUrl url) {
    String path = String.join("/", url.encodedPathSegments().subList(2, url.pathSize()));
    return url.encodedQuery() == null ? path : path + "?" + url.encodedQuery();
  }

  // ---- links

  /** A call by link carries the link to exactly what it asks for. */
  @Override
  public ApiCall<?> prepared(ApiCall<?> call, DocumentedRequest request, Driver driver) {
    DocumentedParameter place = place("link", request.operation());
    if (place == null) return call;
    MappinessLink link =
        variables.containsKey(LINK)
            ? planted(call.request().url(), place)
            : ((Mappiness) driver.client()).sign(driver.call(bySecret(request, place, driver)));
    return call.tag(MappinessLink.class, link);
  }

  private static @Nullable DocumentedParameter place(
      String credential, DocumentedOperation operation) {
    return operation.parameters().stream()
        .filter(each -> each.credential().filter(credential::equals).isPresent())
        .findFirst()
        .orElse(null);
  }

  private MappinessLink planted(HttpUrl url, DocumentedParameter place) {
    HttpUrl.Builder link = HttpUrl.get(description().server()).newBuilder();
    for (String segment : url.encodedPathSegments()) {
      boolean isPlace = segment.equals("%7B" + place.name() + "%7D");
      link.addEncodedPathSegment(isPlace ? variable(LINK) : segment);
    }
    return MappinessLink.parse(link.encodedQuery(url.encodedQuery()).build().toString());
  }

  /** Returns the request that the link is for: the call by secret whose path ends alike. */
  private static DocumentedRequest bySecret(
      DocumentedRequest request, DocumentedParameter place, Driver driver) {
    String path = request.operation().path();
    String end = path.substring(path.indexOf("{" + place.name() + "}")).replaceFirst("^[^/]*", "");
    return driver.document().operations().stream()
        .filter(each -> each.path().endsWith(end) && place("secret", each) != null)
        .min(Comparator.comparingInt(each -> each.path().length()))
        .map(each -> request.withOperation(each))
        .orElseThrow();
  }
}
