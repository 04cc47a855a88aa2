package dev.specwright.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A date or time in the vendor's own form: of a parameter, of the elements of a list, or (at a
 * method) of the answer. {@code @DateFormat("dd/MM/yyyy")} is 18/02/1964.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.METHOD})
public @interface DateFormat {
  /** The pattern, as {@link java.time.format.DateTimeFormatter} has it. */
  String value();
}
