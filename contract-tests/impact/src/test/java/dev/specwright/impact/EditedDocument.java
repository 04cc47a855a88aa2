package dev.specwright.impact;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** One of the real documents, to be edited. */
final class EditedDocument {
  private static final JsonAdapter<Object> JSON =
      new Moshi.Builder().build().adapter(Object.class).serializeNulls();

  private final Map<String, Object> root;

  private EditedDocument(Map<String, Object> root) {
    this.root = root;
  }

  static EditedDocument read(Path file) throws IOException {
    LoaderOptions options = new LoaderOptions();
    DumperOptions unused = new DumperOptions();
    Yaml yaml =
        new Yaml(
            new SafeConstructor(options),
            new Representer(unused),
            unused,
            options,
            new JsonScalars());
    return new EditedDocument(yaml.load(Files.readString(file)));
  }

  /** Writes it as JSON, which is YAML, too, and has one way to write a text. */
  Path write(Path file) throws IOException {
    return Files.writeString(file, JSON.toJson(root));
  }

  /** What stands at a place, by the names of the members on the way. */
  Map<String, Object> at(String... names) {
    Map<String, Object> here = root;
    for (String name : names) here = object(here.get(name), name);
    return here;
  }

  /** A schema of the components, or one of its properties. */
  Map<String, Object> schema(String name, String... property) {
    Map<String, Object> schema = at("components", "schemas", name);
    return property.length == 0
        ? schema
        : object(object(schema.get("properties"), name).get(property[0]), property[0]);
  }

  @SuppressWarnings("unchecked")
  List<Object> list(Map<String, Object> holder, String name) {
    if (holder.get(name) instanceof List<?> found) return (List<Object>) found;
    throw new AssertionError(name + " is no list of " + holder.keySet());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(@Nullable Object value, String name) {
    if (value instanceof Map<?, ?> found) return (Map<String, Object>) found;
    throw new AssertionError(name + " is not there");
  }

  /** YAML 1.2, as the other readers of these documents: a date is a text. */
  private static final class JsonScalars extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
      addImplicitResolver(Tag.INT, Pattern.compile("-?(?:0|[1-9][0-9]*)"), "-0123456789");
      addImplicitResolver(
          Tag.FLOAT,
          Pattern.compile("-?(?:0|[1-9][0-9]*)\\.[0-9]+(?:[eE][-+]?[0-9]+)?"),
          "-0123456789");
      addImplicitResolver(Tag.NULL, Pattern.compile("null|~|"), "n~\0");
      addImplicitResolver(Tag.NULL, Pattern.compile(""), null);
    }
  }
}
