package dev.specwright.prism;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a JUnit test class against a Prism mock of an OpenAPI document.
 *
 * <pre>{@code
 * @PrismMock("specs/pets/openapi.yaml")
 * class PetsTest {
 *   private final PetsClient pets;
 *
 *   PetsTest(URI baseUrl) {
 *     pets = new PetsClient(baseUrl);
 *   }
 * }
 * }</pre>
 *
 * <p>Constructors, test methods and lifecycle methods may have parameters of the types {@link
 * PrismServer} and {@link java.net.URI}, the latter being {@link PrismServer#baseUrl()}.
 *
 * <p>Prism starts before the first test of the class. All classes of a test run that name the same
 * document share one server, which JUnit closes at the end of the run; do not close it. Apart from
 * {@link #strict} it has the default options of {@link PrismServer.Builder}. If it cannot start,
 * the class fails with a {@link PrismStartException} that says what to do.
 *
 * <p>Subclasses and {@code @Nested} classes inherit the annotation.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(PrismExtension.class)
public @interface PrismMock {
  /**
   * The path of the document: absolute, or relative to the working directory or to a folder above
   * it, so that {@code specs/pets/openapi.yaml} is found from the root of a multi-module project
   * and from each of its modules. The nearest one is taken.
   */
  String value();

  /**
   * Whether requests are checked for what Prism cannot see, as {@link PrismServer.Builder#strict}
   * says. Default: false. A document may have one server of either kind.
   */
  boolean strict() default false;
}
