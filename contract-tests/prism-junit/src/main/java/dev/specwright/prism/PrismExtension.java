package dev.specwright.prism;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Does what {@link PrismMock} says. */
final class PrismExtension implements BeforeAllCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(PrismExtension.class);

  /**
   * Starts the server even for a class without parameters, and fails once per class, not per test.
   */
  @Override
  public void beforeAll(ExtensionContext context) {
    server(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == PrismServer.class || type == URI.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    PrismServer server = server(context);
    return parameter.getParameter().getType() == URI.class ? server.baseUrl() : server;
  }

  private static PrismServer server(ExtensionContext context) {
    Class<?> test = context.getRequiredTestClass();
    PrismMock mock =
        AnnotationSupport.findAnnotation(test, PrismMock.class, context.getEnclosingTestClasses())
            .orElseThrow();
    Path document = document(mock.value(), test, FoldersUpwards.workingDirectory());
    // In the root's store, so that classes share it; JUnit closes what is in a store.
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(new Kind(document, mock.strict()), Kind::start, PrismServer.class);
  }

  /** What classes have to agree in to share a server. */
  private record Kind(Path document, boolean strict) {
    PrismServer start() {
      return PrismServer.mock(document).strict(strict).start();
    }
  }

  /** Returns the file that {@code path} means in {@code folder} or the nearest folder above it. */
  static Path document(String path, Class<?> test, Path folder) {
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
}
