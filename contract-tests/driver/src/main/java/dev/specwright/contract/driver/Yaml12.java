package dev.specwright.contract.driver;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Reads YAML 1.2, in which a document is written: 1.1 would take some texts for dates. */
public final class Yaml12 extends Resolver {
  private Yaml12() {}

  /** Returns the object in {@code file}. */
  public static Map<String, Object> read(Path file) throws IOException {
    LoaderOptions options = new LoaderOptions();
    DumperOptions unused = new DumperOptions();
    Yaml yaml =
        new Yaml(
            new SafeConstructor(options), new Representer(unused), unused, options, new Yaml12());
    try (Reader text = Files.newBufferedReader(file)) {
      return yaml.load(text);
    }
  }

  @Override
  protected void addImplicitResolvers() {
    add(Tag.BOOL, "true|True|TRUE|false|False|FALSE", "tTfF");
    add(Tag.INT, "[-+]?[0-9]+", "-+0123456789");
    add(Tag.FLOAT, "[-+]?([.][0-9]+|[0-9]+([.][0-9]*)?)([eE][-+]?[0-9]+)?", "-+0123456789.");
    add(Tag.NULL, "~|null|Null|NULL", "~nN");
    add(Tag.NULL, "", null);
  }

  private void add(Tag tag, String form, @Nullable String first) {
    addImplicitResolver(tag, Pattern.compile("^(?:" + form + ")$"), first);
  }
}
