package dev.specwright.probe;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Skips tests whose programs are missing, and prints which ones when all tests are done. */
final class UsesCondition implements ExecutionCondition {
  private static final Namespace NAMESPACE = Namespace.create(UsesCondition.class);
  private static final Map<String, Boolean> INSTALLED = new ConcurrentHashMap<>();

  /** What was skipped; JUnit closes it at the end. */
  private record Skipped(List<String> tests) implements AutoCloseable {
    @Override
    public void close() {
      if (tests.isEmpty()) return;
      System.out.println("Skipped, for want of a program:");
      tests.forEach(test -> System.out.println("  " + test));
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Uses uses = context.getElement().map(element -> element.getAnnotation(Uses.class)).orElse(null);
    if (uses == null) return ConditionEvaluationResult.enabled("uses no program");
    String missing =
        Arrays.stream(uses.value())
            .filter(name -> !INSTALLED.computeIfAbsent(name, UsesCondition::isInstalled))
            .collect(Collectors.joining(" and "));
    if (missing.isEmpty()) return ConditionEvaluationResult.enabled("all programs are installed");
    Skipped skipped =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(
                "skipped", key -> new Skipped(new CopyOnWriteArrayList<>()), Skipped.class);
    String test = context.getRequiredTestClass().getSimpleName() + ": " + context.getDisplayName();
    skipped.tests().add(test + ", which needs " + missing);
    return ConditionEvaluationResult.disabled("needs " + missing);
  }

  private static boolean isInstalled(String name) {
    if (name.startsWith("php:")) {
      return Program.isInstalled("php") && Program.phpHas(name.substring("php:".length()));
    }
    return Program.isInstalled(name);
  }
}
