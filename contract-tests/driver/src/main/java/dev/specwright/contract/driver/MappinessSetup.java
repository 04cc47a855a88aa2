package dev.specwright.contract.driver;

import dev.specwright.core.Retries;
import dev.specwright.mappiness.Mappiness;
import dev.specwright.mappiness.MappinessLink;
import dev.specwright.mappiness.api.ApiDocument;
import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Mappiness: a secret, or the link that a call carries. */
final class MappinessSetup implements ClientSetup {
  private static final String SECRET = "3kkq.p7nt.d5cr";
  private static final String LINK = "3kkq.fa4efa4efa4efa4efa4efa4efa4e";

  /** The one that links in the document's examples name. */
  private static final String LINK_SERVER = "https://mappiness.me";

  @Override
  public ApiDescription description() {
    return ApiDocument.DESCRIPTION;
  }

  @Override
  public AutoCloseable client(String server, OkHttpClient http, Alternative alternative) {
    return Mappiness.builder()
        .secret(SECRET)
        .server(server)
        .linkServer(LINK_SERVER)
        .httpClient(http)
        .retries(Retries.NONE)
        .build();
  }

  @Override
  public String sent(String credential) {
    return credential.equals("link") ? LINK : SECRET;
  }

  @Override
  public List<String> secrets() {
    return List.of(SECRET, LINK);
  }

  /** The client takes a signature only for the request it asked for: the one in the example. */
  @Override
  public DocumentedRequest fitted(DocumentedRequest request) {
    HttpUrl url = signed(request.operation());
    if (url == null) return request;
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>(request.parameters());
    parameters.keySet().removeIf(key -> key.startsWith("query "));
    for (String name : url.queryParameterNames()) {
      DocumentedParameter parameter =
          request
              .operation()
              .parameters("query")
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow();
      parameters.put(parameter.key(), value(url.queryParameter(name), parameter));
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
    return example instanceof Map<?, ?> answer && answer.get("url") instanceof String url
        ? HttpUrl.get(url)
        : null;
  }

  /** A call by link carries the link to exactly what it asks for. */
  @Override
  public ApiCall<?> prepared(ApiCall<?> call) {
    HttpUrl url = call.request().url();
    if (!url.pathSegments().contains("{link}")) return call;
    String target = url.toString().substring(url.resolve("/").toString().length());
    String link = LINK_SERVER + "/" + target.replace("%7Blink%7D", LINK);
    return call.tag(MappinessLink.class, MappinessLink.parse(link));
  }
}
