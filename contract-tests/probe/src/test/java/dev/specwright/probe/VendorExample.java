package dev.specwright.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An example of a vendor's page, kept verbatim below comments that say what it is.
 *
 * @param file with the example
 * @param api the API whose page it is from
 * @param operation the operationId that it is an example of
 * @param slip the document's sentence about a mistake in the example, or null
 * @param status what the mock answers to a mistake that makes the request wrong, or null
 * @param refusals what strict checks say to it: for each mistake the status, the place and the rule
 * @param places words of the example that stand for a value, and the name whose example they take
 */
record VendorExample(
    Path file,
    Api api,
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
        Api.of(FOLDER.relativize(file).getName(0).toString()),
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

  /** Writes the example with another host, and values where it has places, into {@code folder}. */
  Path written(Path folder, String server, Document document) throws IOException {
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

  private static Object value(DocumentOperation operation, String name) {
    Object given = Arguments.all(operation, null).parameters().get(name);
    if (given != null) return given;
    return operation
        .body()
        .map(body -> property(body.schema(), name))
        .orElseThrow(() -> new IllegalArgumentException("No example of " + name + "."));
  }

  private static @Nullable Object property(Node schema, String name) {
    for (var property : schema.get("properties").members().entrySet()) {
      Node found = property.getValue();
      if (property.getKey().equals(name)) return found.get("example").value();
      Object inner = property(found.get("items"), name);
      if (inner != null) return inner;
    }
    return null;
  }

  @Override
  public String toString() {
    return api.folder() + "/" + file.getFileName();
  }
}
