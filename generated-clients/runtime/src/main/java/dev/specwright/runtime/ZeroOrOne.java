package dev.specwright.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Type;

/**
 * A boolean written as 1 or 0: a parameter, the elements of a list, or (at a method) the answer.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.METHOD})
public @interface ZeroOrOne {
  /** For Moshi: the type of such a {@code Boolean}, of which lists and maps can be made. */
  Type TYPE = ZeroOrOne.class;
}
