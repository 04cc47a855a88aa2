package dev.specwright.runtime;

import com.squareup.moshi.Types;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Types for Moshi out of a Java type and the annotations that say how its single values are
 * written: {@link DateFormat} and {@link ZeroOrOne}.
 */
final class MarkedTypes {
  private MarkedTypes() {}

  /** Returns {@code type} with the mark among {@code annotations}, inside lists and maps too. */
  static Type of(Type type, Annotation[] annotations) {
    if (type instanceof ParameterizedType container) {
      Type[] arguments = container.getActualTypeArguments();
      int last = arguments.length - 1; // of a map, the values
      Type marked = of(arguments[last], annotations);
      if (marked == arguments[last]) return type;
      arguments[last] = marked;
      return Types.newParameterizedType(container.getRawType(), arguments);
    }
    if (find(annotations, ZeroOrOne.class) != null) return ZeroOrOne.TYPE;
    DateFormat date = find(annotations, DateFormat.class);
    return date == null
        ? type
        : DateFormats.type(((Class<?>) type).asSubclass(TemporalAccessor.class), date.value());
  }

  /** Returns the annotation of class {@code type}, or null. */
  static <A> @Nullable A find(Annotation[] annotations, Class<A> type) {
    for (Annotation annotation : annotations) {
      if (type.isInstance(annotation)) return type.cast(annotation);
    }
    return null;
  }
}
