package dev.specwright.prism;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Does what {@link PrismMock} says. */
final class PrismExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(PrismExtension.class);
  private static final String CLASSPATH = "classpath:";
  private static final Set<Class<?>> TYPES = Set.of(URI.class, PrismServer.class, PrismFront.class);

  /**
   * Starts the server even for a class without parameters, and fails once per class, not per test.
   */
  @Override
  public void beforeAll(ExtensionContext context) {
    annotationOfClass(context).ifPresent(mock -> server(mock, context));
    setFields(context, null);
    // With one instance for all tests, @BeforeAll methods see its fields too.
    context.getTestInstance().ifPresent(instance -> setFields(context, instance));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
      setFields(context, instance);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    fronts(context).assertNoViolations();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    fronts(context).assertNoViolations();
  }

  /** Constructor parameters belong to the test, as far as the instance does. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return TYPES.contains(parameter.getParameter().getType())
        && annotationOfClass(context).isPresent();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return value(
        parameter.getParameter().getType(), annotationOfClass(context).orElseThrow(), context);
  }

  /** Sets the annotated fields of an instance, or without one the static fields. */
  private static void setFields(ExtensionContext context, @Nullable Object instance) {
    Class<?> test = instance == null ? context.getRequiredTestClass() : instance.getClass();
    List<Field> fields =
        AnnotationSupport.findAnnotatedFields(
            test,
            PrismMock.class,
            field -> Modifier.isStatic(field.getModifiers()) == (instance == null),
            HierarchyTraversalMode.TOP_DOWN);
    for (Field field : fields) {
      if (!TYPES.contains(field.getType()) || Modifier.isFinal(field.getModifiers())) {
        throw new ExtensionConfigurationException(
            "Expected a @PrismMock field to be a URI, a PrismServer or a PrismFront that is not"
                + " final, but found "
                + field
                + ".");
      }
      PrismMock mock = field.getAnnotation(PrismMock.class);
      try {
        field.setAccessible(true);
        field.set(instance, value(field.getType(), mock, context));
      } catch (IllegalAccessException e) {
        throw new ExtensionConfigurationException("Cannot set " + field + ".", e);
      }
    }
  }

  private static Object value(Class<?> type, PrismMock mock, ExtensionContext context) {
    PrismServer server = server(mock, context);
    if (type == PrismServer.class) return server;
    if (type == URI.class && !mock.failOnViolation()) return server.baseUrl();
    PrismFront front = fronts(context).of(server, mock.failOnViolation());
    return type == URI.class ? front.baseUrl() : front;
  }

  private static Optional<PrismMock> annotationOfClass(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(
        context.getRequiredTestClass(), PrismMock.class, context.getEnclosingTestClasses());
  }

  private static PrismServer server(PrismMock mock, ExtensionContext context) {
    Path document =
        document(mock.value(), context.getRequiredTestClass(), FoldersUpwards.workingDirectory());
    Long seed = mock.dynamic() ? mock.seed() : null;
    Options options = new Options(document, mock.upstream(), mock.strict(), seed);
    // The root of the context would not do: Surefire's forks launch each class by itself.
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
        .getOrComputeIfAbsent(options, Options::start, PrismServer.class);
  }

  /** Returns the fronts of this test, or of this class. */
  private static Fronts fronts(ExtensionContext context) {
    // A store also shows what is in those of the contexts around it, hence the id.
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(context.getUniqueId(), id -> new Fronts(), Fronts.class);
  }

  /**
   * Returns the file that {@code path} means for {@code test}, in {@code folder} or the nearest
   * folder above it.
   */
  static Path document(String path, Class<?> test, Path folder) {
    if (path.startsWith(CLASSPATH)) return ofClassPath(path, test);
    List<Path> candidates =
        FoldersUpwards.from(folder).stream()
            .map(each -> each.resolve(path).normalize())
            .distinct()
            .toList();
    return candidates.stream()
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new ExtensionConfigurationException(
                    "Found no document for @PrismMock(\"%s\") of %s. Tried:%s"
                        .formatted(
                            path,
                            test.getName(),
                            candidates.stream()
                                .map(each -> "\n  " + each)
                                .collect(Collectors.joining()))));
  }

  private static Path ofClassPath(String path, Class<?> test) {
    String name = path.substring(CLASSPATH.length());
    URL url = test.getClassLoader().getResource(name.startsWith("/") ? name.substring(1) : name);
    if (url != null) return DocumentFile.of(url);
    throw new ExtensionConfigurationException(
        "Found no document for @PrismMock(\"%s\") of %s: the class path has no such file."
            .formatted(path, test.getName()));
  }

  /** What servers have in common that test classes can share. */
  private record Options(Path document, String upstream, boolean strict, @Nullable Long seed) {
    PrismServer start() {
      PrismServer.Builder builder =
          upstream.isEmpty()
              ? PrismServer.mock(document)
              : PrismServer.proxy(document, URI.create(upstream));
      if (seed != null) builder.dynamic(true).seed(seed);
      return builder.strict(strict).start();
    }
  }

  /** The fronts of one test, or of what a class makes once. JUnit closes them with it. */
  private static final class Fronts implements AutoCloseable {
    private final ConcurrentHashMap<PrismServer, PrismFront> byServer = new ConcurrentHashMap<>();
    private final Set<PrismFront> failing = ConcurrentHashMap.newKeySet();

    PrismFront of(PrismServer server, boolean failOnViolation) {
      PrismFront front = byServer.computeIfAbsent(server, PrismServer::front);
      if (failOnViolation) failing.add(front);
      return front;
    }

    /** Throws what was found in the requests to all of the fronts. */
    void assertNoViolations() {
      List<AssertionError> found = new ArrayList<>();
      for (PrismFront front : failing) {
        try {
          front.assertNoViolations();
        } catch (AssertionError e) {
          found.add(e);
        }
      }
      if (found.isEmpty()) return;
      AssertionError first = found.get(0);
      found.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }

    @Override
    public void close() {
      byServer.values().forEach(PrismFront::close);
    }
  }
}
