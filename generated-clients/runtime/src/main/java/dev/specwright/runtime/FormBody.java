package dev.specwright.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A body sent as {@code application/x-www-form-urlencoded}.
 *
 * <p>A property goes out as plain text, or as the members below say. Objects and arrays go out as
 * PHP's {@code http_build_query} writes them: {@code ticket[assigned_to][0]=1}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface FormBody {
  /** The one property around the whole body ({@code ticket} in the example above), or nothing. */
  String root() default "";

  /** The properties sent as JSON text. */
  String[] json() default {};
}
