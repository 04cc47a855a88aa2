package dev.specwright.probe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Programs that a test uses: {@code php}, {@code curl}, or {@code php:curl} for an extension of
 * PHP. Where one is missing the test is skipped, and named at the end of the output.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(UsesCondition.class)
@interface Uses {
  String[] value();
}
