package dev.specwright.probe;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Types;
import dev.specwright.core.Retries;
import dev.specwright.prism.PrismServer;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The form of every operation and every example, as our clients send it, is to PHP what PHP itself
 * makes of the same values: {@code http_build_query}, and {@code json_encode} where the document
 * asks for JSON text.
 */
@Uses("php")
class PhpFormsTest {
  private record Sent(DocumentOperation operation, Map<?, ?> example, Exchange request) {
    @Override
    public String toString() {
      return operation.id() + " " + request.text();
    }
  }

  // Mappiness has no forms.
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MAPPINESS")
  void formsAreWhatPhpMakesOfTheSameValues(Api api) throws Exception {
    Document document = Setup.document(api);
    List<Sent> all = new ArrayList<>();
    try (PrismServer prism = Setup.prism(api);
        Recorder recorder = new Recorder(prism.baseUrl());
        AutoCloseable client =
            api.client(
                Setup.VARIABLES, recorder.url(), settings -> settings.retries(Retries.NONE))) {
      Calls calls = new Calls(api, client);
      for (DocumentOperation operation : document.operations()) {
        if (!isUrlEncoded(operation)) continue;
        List<Object> examples = operation.body().orElseThrow().node().examples();
        assertFalse(examples.isEmpty(), operation.id() + " has no example");
        for (Object example : examples) {
          recorder.take();
          calls.call(operation, Arguments.required(operation, example)).fetch();
          Exchange request = last(recorder.take(), operation);
          all.add(new Sent(operation, (Map<?, ?>) example, request));
        }
      }
    }
    assertFalse(all.isEmpty(), api + " has no form");

    List<Map<String, Object>> parsed = parse(api, all);

    assertEquals(all.size(), parsed.size());
    assertAll(
        parsed.stream()
            .map(
                result ->
                    () ->
                        assertEquals(
                            result.get("expected"),
                            result.get("sent"),
                            all.get(parsed.indexOf(result)).toString())));
    System.out.printf("%s: PHP reads %d forms of its client as meant.%n", api.folder(), all.size());
  }

  private static boolean isUrlEncoded(DocumentOperation operation) {
    return operation.hasForm()
        && operation.body().orElseThrow().mediaType().equals("application/x-www-form-urlencoded");
  }

  private static Exchange last(List<Exchange> exchanges, DocumentOperation operation) {
    return exchanges.stream()
        .filter(exchange -> operation.matches(exchange.method(), exchange.path()))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private static List<Map<String, Object>> parse(Api api, List<Sent> all) throws Exception {
    List<Map<String, Object>> cases = new ArrayList<>();
    for (Sent sent : all) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("body", sent.request().text());
      one.put("json", jsonFields(sent.operation()));
      one.put("values", sent.example());
      cases.add(one);
    }
    String input = new Values(api.description().moshi()).json(cases);
    String script = Setup.RESOURCES.resolve("parse-forms.php").toString();
    String output = Program.run(Setup.RESOURCES, List.of("php", script), input);
    Type results =
        Types.newParameterizedType(
            List.class, Types.newParameterizedType(Map.class, String.class, Object.class));
    JsonAdapter<List<Map<String, Object>>> adapter = api.description().moshi().adapter(results);
    return Objects.requireNonNull(adapter.fromJson(output));
  }

  private static List<String> jsonFields(DocumentOperation operation) {
    return operation.body().orElseThrow().node().get("encoding").members().entrySet().stream()
        .filter(field -> field.getValue().get("contentType").text().equals("application/json"))
        .map(Map.Entry::getKey)
        .toList();
  }
}
