package dev.specwright.runtime;

import java.util.function.BiConsumer;

/** Has a generated validator look at a value. */
final class ModelRule<T> extends Rule {
  private final Class<T> type;
  private final BiConsumer<? super T, Violations> validator;

  ModelRule(Class<T> type, BiConsumer<? super T, Violations> validator) {
    this.type = type;
    this.validator = validator;
  }

  @Override
  void check(Object value, Violations violations) {
    if (type.isInstance(value)) validator.accept(type.cast(value), violations);
  }
}
