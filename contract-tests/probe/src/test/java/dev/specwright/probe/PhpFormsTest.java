package dev.specwright.probe;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.specwright.contract.driver.ClientSetups;
import dev.specwright.contract.driver.Content;
import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.contract.driver.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The form of every operation and every example, as our clients send it, is to PHP what PHP itself
 * makes of the same values: {@code http_build_query}, and {@code json_encode} where the document
 * asks for JSON text.
 */
@Uses("php")
class PhpFormsTest {
  private record Sent(DocumentedOperation operation, Content content, Object example, String body) {
    @Override
    public String toString() {
      return operation.id() + " " + body;
    }
  }

  static List<Api> apis() {
    return ClientSetups.apis().stream().map(Setup::api).filter(PhpFormsTest::hasForms).toList();
  }

  private static boolean hasForms(Api api) {
    return api.document().operations().stream()
        .flatMap(each -> each.requests().stream())
        .anyMatch(Content::isForm);
  }

  @ParameterizedTest
  @MethodSource("apis")
  void formsAreWhatPhpMakesOfTheSameValues(Api api) throws Exception {
    List<Sent> all = sent(api);

    List<Map<?, ?>> parsed = parse(all);

    assertEquals(all.size(), parsed.size());
    assertAll(
        IntStream.range(0, all.size())
            .mapToObj(
                i ->
                    () ->
                        assertEquals(
                            parsed.get(i).get("expected"),
                            parsed.get(i).get("sent"),
                            all.get(i).toString())));
    System.out.printf("%s: PHP reads %d forms of its client as meant.%n", api.name(), all.size());
  }

  /** Sends every form of every operation. */
  private static List<Sent> sent(Api api) throws IOException {
    List<Sent> all = new ArrayList<>();
    for (DocumentedOperation operation : api.document().operations()) {
      for (Content content : operation.requests()) {
        if (!content.isForm()) continue;
        assertFalse(content.examples().isEmpty(), operation.id() + " has no example");
        for (Object example : content.examples().values()) {
          String body = ClientBody.of(api, operation, content, example).bytes().utf8();
          all.add(new Sent(operation, content, example, body));
        }
      }
    }
    return all;
  }

  private static List<Map<?, ?>> parse(List<Sent> all) throws Exception {
    List<Map<String, Object>> cases = new ArrayList<>();
    for (Sent sent : all) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("body", sent.body());
      one.put("json", jsonFields(sent.content()));
      one.put("credentials", ClientBody.credentials(sent.operation()));
      one.put("values", sent.example());
      cases.add(one);
    }
    String script = Setup.RESOURCES.resolve("parse-forms.php").toString();
    String output = Program.run(Setup.RESOURCES, List.of("php", script), Json.text(cases));
    List<Map<?, ?>> results = new ArrayList<>();
    ((List<?>) requireNonNull(Json.parse(output))).forEach(each -> results.add((Map<?, ?>) each));
    return results;
  }

  private static List<String> jsonFields(Content content) {
    return content.node().at("encoding").members().entrySet().stream()
        .filter(field -> field.getValue().at("contentType").is("application/json"))
        .map(Map.Entry::getKey)
        .toList();
  }
}
