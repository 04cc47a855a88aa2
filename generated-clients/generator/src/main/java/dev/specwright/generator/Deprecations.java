package dev.specwright.generator;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openapitools.codegen.CodegenModel;

/** Which generated classes are deprecated; javac warns where another class names one. */
record Deprecations(Set<String> classes) {
  static Deprecations of(Collection<CodegenModel> models) {
    return new Deprecations(
        models.stream()
            .filter(model -> model.isDeprecated)
            .map(model -> model.classname)
            .collect(Collectors.toSet()));
  }

  /** Whether one of {@code types}, such as {@code List<Pet>}, names a deprecated class. */
  boolean isIn(Stream<String> types) {
    return types.flatMap(type -> Arrays.stream(type.split("\\W+"))).anyMatch(classes::contains);
  }
}
