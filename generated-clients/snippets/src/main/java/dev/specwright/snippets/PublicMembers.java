package dev.specwright.snippets;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The public methods, constructors and constants of a module's classes, and which of them its
 * snippets use. The compiler tells them apart, so that of two methods with one name both have to be
 * shown, and a method of another class does not count.
 *
 * <p>Left out is what overrides something, such as {@code equals}, {@code close} and {@code
 * hasNext}, since the type that declares it says what it does, and what the language adds to enums
 * and records.
 */
public final class PublicMembers {
  private static final Set<String> OF_EVERY_ENUM = Set.of("values", "valueOf");

  private final Path classes;
  private final Set<String> packages;

  private PublicMembers(Path classes, Set<String> packages) {
    this.classes = classes;
    this.packages = packages;
  }

  /** Returns those of all classes that stand in the folder and package of one of {@code some}. */
  public static PublicMembers beside(Class<?>... some) {
    return new PublicMembers(
        folder(some[0]),
        Arrays.stream(some).map(Class::getPackageName).collect(Collectors.toSet()));
  }

  private static Path folder(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns those that no snippet of the sources uses, as {@code Type.method(types)}.
   *
   * @throws IllegalArgumentException if a source does not compile
   */
  public SortedSet<String> unused(Path... sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, null, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of("-proc:none", "-Xlint:none", "-cp", System.getProperty("java.class.path"));
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, found, options, null, files.getJavaFileObjects(sources));
      Set<String> used = UsedMembers.in(task);
      if (!found.getDiagnostics().isEmpty()) {
        throw new IllegalArgumentException(
            "Expected sources that compile but found " + found.getDiagnostics());
      }
      SortedSet<String> unused = new TreeSet<>(members(task.getElements()));
      unused.removeAll(used);
      return unused;
    }
  }

  private Set<String> members(Elements elements) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.replaceAll("\\.class$", "").replaceAll("[/\\\\$]", "."))
          .map(elements::getTypeElement)
          .filter(type -> type != null && isPublic(type) && packages.contains(home(elements, type)))
          .flatMap(type -> members(elements, type))
          .map(PublicMembers::name)
          .collect(Collectors.toSet());
    }
  }

  private static String home(Elements elements, TypeElement type) {
    return elements.getPackageOf(type).getQualifiedName().toString();
  }

  private static boolean isPublic(@Nullable Element type) {
    return !(type instanceof TypeElement)
        || (type.getModifiers().contains(Modifier.PUBLIC) && isPublic(type.getEnclosingElement()));
  }

  private static Stream<? extends Element> members(Elements elements, TypeElement type) {
    return type.getEnclosedElements().stream()
        .filter(member -> member.getModifiers().contains(Modifier.PUBLIC))
        .filter(
            member ->
                switch (member.getKind()) {
                  case FIELD -> true;
                  case CONSTRUCTOR -> type.getKind() != ElementKind.RECORD;
                  case METHOD ->
                      !isOfEveryEnum(type, member)
                          && Overridden.of(elements, (ExecutableElement) member).isEmpty();
                  default -> false;
                });
  }

  private static boolean isOfEveryEnum(TypeElement type, Element method) {
    return type.getKind() == ElementKind.ENUM
        && OF_EVERY_ENUM.contains(method.getSimpleName().toString());
  }

  /** Returns {@code Type.method(types)}, with the whole name of the type. */
  static String name(Element member) {
    return member.getEnclosingElement() + "." + member;
  }
}
