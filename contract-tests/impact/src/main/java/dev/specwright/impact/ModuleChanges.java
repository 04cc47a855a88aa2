package dev.specwright.impact;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** What changed in jars as Java modules; japicmp looks at classes only. */
final class ModuleChanges {
  static final String DESCRIPTOR = "module-info.class";

  private final List<JavaChange> changes = new ArrayList<>();

  private ModuleChanges() {}

  static List<JavaChange> between(List<Path> before, List<Path> after) throws IOException {
    SortedMap<String, ModuleDescriptor> then = modules(before);
    SortedMap<String, ModuleDescriptor> now = modules(after);
    ModuleChanges found = new ModuleChanges();
    found.gone(then.keySet(), now.keySet(), "Module `%s` is gone");
    found.added(then.keySet(), now.keySet(), "Module `%s` is new");
    then.forEach(
        (name, old) -> {
          ModuleDescriptor module = now.get(name);
          if (module != null) found.compare("Module `" + name + "` ", old, module);
        });
    return found.changes;
  }

  private void compare(String module, ModuleDescriptor then, ModuleDescriptor now) {
    gone(exports(then), exports(now), module + "does not export `%s` any more");
    added(exports(then), exports(now), module + "exports `%s` now");
    Predicate<Requires> brought = one -> one.modifiers().contains(Requires.Modifier.TRANSITIVE);
    gone(
        requires(then, brought),
        requires(now, brought),
        module + "does not bring module `%s` any more: require it yourself");
    added(requires(then, brought), requires(now, brought), module + "brings module `%s` now");
    added(
        requires(then, one -> true),
        requires(now, brought.negate()),
        module + "needs module `%s` now");
  }

  private void gone(Set<String> then, Set<String> now, String text) {
    add(Step.MAJOR, then, now, text);
  }

  private void added(Set<String> then, Set<String> now, String text) {
    add(Step.MINOR, now, then, text);
  }

  private void add(Step step, Set<String> with, Set<String> without, String text) {
    for (String name : with) {
      if (!without.contains(name)) {
        changes.add(new JavaChange(step, text.formatted(name), Set.of()));
      }
    }
  }

  private static Set<String> exports(ModuleDescriptor module) {
    return module.exports().stream()
        .filter(one -> !one.isQualified())
        .map(Exports::source)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What a user has to have, so nothing that is needed at compile time only. */
  private static Set<String> requires(ModuleDescriptor module, Predicate<Requires> which) {
    return module.requires().stream()
        .filter(one -> !one.modifiers().contains(Requires.Modifier.STATIC))
        .filter(which)
        .map(Requires::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static SortedMap<String, ModuleDescriptor> modules(List<Path> jars) throws IOException {
    SortedMap<String, ModuleDescriptor> modules = new TreeMap<>();
    for (Path jar : jars) {
      ModuleDescriptor module = module(jar);
      if (module != null) modules.put(module.name(), module);
    }
    return modules;
  }

  /** Returns the module that a jar is, or null if it is none. */
  private static @Nullable ModuleDescriptor module(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      ZipEntry descriptor = file.getEntry(DESCRIPTOR);
      if (descriptor == null) return null;
      try (InputStream bytes = file.getInputStream(descriptor)) {
        return ModuleDescriptor.read(bytes);
      }
    }
  }
}
