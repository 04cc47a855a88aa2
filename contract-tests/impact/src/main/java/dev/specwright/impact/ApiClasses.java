package dev.specwright.impact;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The public classes of jars, apart from classes of the same name on the class path. */
final class ApiClasses implements AutoCloseable {
  private final List<Path> jars;
  private final Apart loader;
  private final SortedMap<String, Class<?>> classes = new TreeMap<>();

  private ApiClasses(List<Path> jars, Apart loader) {
    this.jars = jars;
    this.loader = loader;
  }

  /**
   * Loads what is public in {@code jars}.
   *
   * @param around jars that these need in a certain version; everything else is taken from the
   *     class path
   */
  static ApiClasses open(List<Path> jars, Collection<Path> around) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : Stream.concat(jars.stream(), around.stream()).toList()) {
      urls.add(jar.toUri().toURL());
    }
    ApiClasses all = new ApiClasses(jars, new Apart(urls.toArray(new URL[0])));
    for (Path jar : jars) all.load(jar);
    return all;
  }

  private void load(Path jar) throws IOException {
    List<String> names;
    try (JarFile file = new JarFile(jar.toFile())) {
      names =
          file.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.endsWith(".class") && !name.contains("-info"))
              .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
              .toList();
    }
    for (String name : names) {
      Class<?> type = find(name);
      if (isOpen(type)) classes.put(name, type);
    }
  }

  private Class<?> find(String name) {
    try {
      return loader.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("Expected " + name + " in " + jars + " but it is not there.");
    }
  }

  private static boolean isOpen(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getDeclaringClass()) {
      if (!isOpen(each.getModifiers()) || each.isAnonymousClass() || each.isLocalClass()) {
        return false;
      }
    }
    return true;
  }

  static boolean isOpen(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  List<Path> jars() {
    return jars;
  }

  /** The public classes by their binary names. */
  SortedMap<String, Class<?>> classes() {
    return classes;
  }

  /** Returns a public class of the jars, or null if they have none of this name. */
  @Nullable Class<?> get(String name) {
    return classes.get(name);
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }

  /** Looks into the jars first. */
  private static final class Apart extends URLClassLoader {
    Apart(URL[] jars) {
      super(jars, ApiClasses.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        boolean own = findResource(name.replace('.', '/') + ".class") != null;
        Class<?> known = findLoadedClass(name);
        if (known != null) return known;
        return own ? findClass(name) : super.loadClass(name, resolve);
      }
    }
  }
}
