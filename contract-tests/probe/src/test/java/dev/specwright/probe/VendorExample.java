package dev.specwright.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.specwright.contract.driver.Document;
import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.contract.driver.DocumentedParameter;
import dev.specwright.contract.driver.Node;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An example of a vendor's page, kept verbatim below comments that say what it is.
 *
 * @param file with the example
 * @param api the folder of the API whose page it is from
 * @param operation the operationId that it is an example of
 * @param slip the document's sentence about a mistake in the example, or null
 * @param status what the mock answers to a mistake that makes the request wrong, or null
 * @param refusals what strict checks say to it: for each mistake the status, the place and the rule
 * @param places words of the example that stand for a value, and the name whose example they take
 */
record VendorExample(
    Path file,
    String api,
    String operation,
    @Nullable String slip,
    @Nullable Integer status,
    List<String> refusals,
    List<Place> places) {
  private static final Path FOLDER = Setup.RESOURCES.resolve("vendor");
  private static final Pattern HOST = Pattern.compile("https?://[A-Za-z0-9.-]+");

  /** Words of the page that stand for a value. */
  record Place(String words, String name) {}

  /** Returns all examples whose file name ends so. */
  static List<VendorExample> all(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER, 2)) {
      return files
          .filter(file -> FOLDER.relativize(file).getNameCount() == 2)
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .map(VendorExample::read)
          .toList();
    }
  }

  private static VendorExample read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    String status = comment(text, "status").findFirst().orElse(null);
    return new VendorExample(
        file,
        FOLDER.relativize(file).getName(0).toString(),
        comment(text, "operation").findFirst().orElseThrow(),
        comment(text, "slip").findFirst().orElse(null),
        status == null ? null : Integer.valueOf(status),
        comment(text, "refusal").toList(),
        comment(text, "place")
            .map(line -> line.split(" = "))
            .map(parts -> new Place(parts[0], parts[1]))
            .toList());
  }

  private static Stream<String> comment(String text, String name) {
    return Pattern.compile("(?m)^(?:#|//) " + name + ": (.*)$")
        .matcher(text)
        .results()
        .map(match -> match.group(1));
  }

  /**
   * Returns the one request that the example makes of {@code server}, which is of its operation.
   */
  Exchange sent(Path folder, Document document, URI server) throws IOException {
    Files.writeString(folder.resolve("image.jpg"), "not really a picture");
    List<Exchange> sent;
    try (Recorder recorder = new Recorder(server)) {
      Path written = written(folder, recorder.url(), document);
      Program.run(folder, command(written, recorder.url()), "");
      sent = recorder.take();
    }
    assertEquals(1, sent.size(), sent::toString);
    Exchange request = sent.get(0);
    assertEquals(
        Optional.of(operation),
        document.operation(request.method(), request.path()).map(DocumentedOperation::id),
        request::toString);
    return request;
  }

  /** What is no program on the page is sent as the vendor's SDK does. */
  private List<String> command(Path written, String server) {
    String file = written.toString();
    if (file.endsWith(".sh")) return List.of("sh", file);
    if (file.endsWith(".php")) return List.of("php", file);
    return List.of("php", FOLDER.resolve(api + ".php").toString(), file, server, "planted-token");
  }

  /** Writes the example with another host, and values where it has places, into {@code folder}. */
  private Path written(Path folder, String server, Document document) throws IOException {
    String text = HOST.matcher(Files.readString(file)).replaceAll(Matcher.quoteReplacement(server));
    int begin = text.indexOf("\n\n");
    String comments = text.substring(0, begin);
    String example = text.substring(begin);
    for (Place place : places) {
      Object value = value(document.operation(operation), place.name());
      // Inside of quotes and in the path it stands as it is, elsewhere as the page writes values.
      String quoted = value instanceof Number ? value.toString() : "\"" + value + "\"";
      example =
          example
              .replace("\"" + place.words() + "\"", quoted)
              .replace("/" + place.words(), "/" + value)
              .replace(place.words(), quoted);
    }
    Path target = folder.resolve(file.getFileName());
    Files.writeString(target, comments + example);
    return target;
  }

  private static Object value(DocumentedOperation operation, String name) {
    return operation.parameters().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .map(DocumentedParameter::example)
        .or(
            () ->
                operation.requests().stream()
                    .findFirst()
                    .map(each -> property(each.schema(), name)))
        .orElseThrow(() -> new IllegalArgumentException("No example of " + name + "."));
  }

  private static @Nullable Object property(Node schema, String name) {
    for (var property : schema.at("properties").members().entrySet()) {
      Node found = property.getValue();
      if (property.getKey().equals(name)) return found.at("example").value();
      Object inner = property(found.at("items"), name);
      if (inner != null) return inner;
    }
    return null;
  }

  @Override
  public String toString() {
    return api + "/" + file.getFileName();
  }
}
