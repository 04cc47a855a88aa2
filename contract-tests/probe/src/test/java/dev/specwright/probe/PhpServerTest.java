package dev.specwright.probe;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.specwright.contract.driver.ClientSetups;
import dev.specwright.contract.driver.Content;
import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.contract.driver.Json;
import dev.specwright.contract.driver.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a PHP server has in {@code $_POST} and {@code $_FILES}: the same for an example of a
 * vendor's page and for the client that is given the same values.
 */
@Uses({"php", "php:curl", "curl"})
class PhpServerTest {
  private static final String PICTURE = "not really a picture";

  private static final Map<String, Api> APIS =
      ClientSetups.apis().stream().collect(Collectors.toMap(name -> name, Setup::api));

  private static PhpServer php;

  @BeforeAll
  static void start() throws IOException {
    php = PhpServer.start();
  }

  @AfterAll
  static void stop() throws IOException {
    php.close();
  }

  /** Those that the page has right. */
  static List<VendorExample> forms() throws IOException {
    List<VendorExample> forms = new ArrayList<>();
    for (String ending : List.of(".sh", ".php", ".txt")) {
      for (VendorExample each : VendorExample.all(ending)) {
        if (each.refusals().isEmpty() && !contents(each).isEmpty()) forms.add(each);
      }
    }
    return forms;
  }

  private static List<Content> contents(VendorExample example) {
    return api(example).document().operation(example.operation()).requests().stream()
        .filter(each -> each.isForm() || each.isMultipart())
        .toList();
  }

  private static Api api(VendorExample example) {
    return requireNonNull(APIS.get(example.api()));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void formOfThePageIsWhatTheClientSends(VendorExample example, @TempDir Path folder)
      throws Exception {
    Api api = api(example);
    DocumentedOperation operation = api.document().operation(example.operation());
    Content content = contents(example).get(0);
    Map<String, Object> page =
        form(example.sent(folder, api.document(), php.url()).answerBody(), operation, content);
    assertEquals(hasFields(operation, content), !page.isEmpty());

    ClientBody sent = ClientBody.of(api, operation, content, page);

    assertEquals(page, form(php.post(sent), operation, content));
  }

  /** A deletion may have nothing but credentials. */
  private static boolean hasFields(DocumentedOperation operation, Content content) {
    Set<String> names = content.schema().at("properties").members().keySet();
    return !ClientBody.credentials(operation).containsAll(names);
  }

  static Stream<Arguments> uploads() {
    return APIS.values().stream()
        .flatMap(
            api ->
                api.document().operations().stream()
                    .flatMap(
                        operation ->
                            operation.requests().stream()
                                .filter(Content::isMultipart)
                                .map(content -> Arguments.of(api, operation, content))));
  }

  @ParameterizedTest
  @MethodSource("uploads")
  void partsOfAnUploadAreWhatTheClientWasGiven(
      Api api, DocumentedOperation operation, Content content) throws Exception {
    Map<String, Object> given = new LinkedHashMap<>();
    Map<String, Object> files = new TreeMap<>();
    Map<String, Object> form = new TreeMap<>();
    ((Map<?, ?>) requireNonNull(content.example()))
        .forEach(
            (key, value) -> {
              String name = key.toString();
              if (content.schema().at("properties", name, "format").is("binary")) {
                given.put(name, RequestBody.create(PICTURE, MediaType.get("image/jpeg")));
                files.put(name, Map.of("name", "image.jpg", "content", PICTURE));
              } else {
                given.put(name, value);
                form.put(name, String.valueOf(value));
              }
            });

    String read = php.post(ClientBody.of(api, operation, content, given));

    assertFalse(files.isEmpty());
    assertEquals(Json.normal(Map.of("form", form, "files", files)), Json.parse(read));
  }

  /** Returns {@code $_POST} without credentials, and with JSON text as what it means. */
  private static Map<String, Object> form(
      String answer, DocumentedOperation operation, Content content) {
    List<String> credentials = ClientBody.credentials(operation);
    Map<String, Object> form = new TreeMap<>();
    Map<?, ?> read = (Map<?, ?>) requireNonNull(Json.parse(answer));
    ((Map<?, ?>) requireNonNull(read.get("form")))
        .forEach(
            (key, value) -> {
              String name = key.toString();
              Node type = content.node().at("encoding", name, "contentType");
              if (credentials.contains(name)) return;
              form.put(name, type.is("application/json") ? Json.parse((String) value) : value);
            });
    return form;
  }
}
