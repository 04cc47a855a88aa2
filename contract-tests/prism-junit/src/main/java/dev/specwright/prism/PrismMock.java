package dev.specwright.prism;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a JUnit test class against a Prism mock of an OpenAPI document, or against a real service
 * with Prism in between.
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
 * <p>Constructors, test methods and lifecycle methods of an annotated class may have parameters of
 * these types. An annotated field, static or not, is set to one of them; a class may have fields
 * for several documents.
 *
 * <ul>
 *   <li>{@link java.net.URI}: the address
 *   <li>{@link PrismServer}: the server
 *   <li>{@link PrismFront}: an address for this test alone, with violations and faults of its own.
 *       All parameters and instance fields of one test have the same; what is made once for a
 *       class, such as parameters of {@code @BeforeAll} and static fields, has another.
 * </ul>
 *
 * <p>Prism starts before the first test of the class. All classes in one JVM that name the same
 * document with the same options share one server, also if they run in parallel; JUnit closes it at
 * the end of its session, do not close it. If it cannot start, the class fails with a {@link
 * PrismStartException} that says what to do.
 *
 * <p>Subclasses and {@code @Nested} classes inherit the annotation.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
@ExtendWith(PrismExtension.class)
@SuppressWarnings("exports") // JUnit makes the extension, and no one else names it.
public @interface PrismMock {
  /**
   * The document. {@code classpath:/pets.yaml} is one of the class path. Anything else is a path:
   * absolute, or relative to the working directory or to a folder above it, so that {@code
   * specs/pets/openapi.yaml} is found from the root of a multi-module project and from each of its
   * modules. The nearest one is taken.
   */
  String value();

  /**
   * The address of a real service, such as {@code https://api.example.com/v1}, which then answers:
   * requests are handed to it, and requests and answers compared with the document, as {@link
   * PrismServer#proxy} says. Default: none, answers come from the document.
   */
  String upstream() default "";

  /**
   * Whether requests are checked for what Prism cannot see, as {@link PrismServer.Builder#strict}
   * says. Default: false.
   */
  boolean strict() default false;

  /**
   * Whether a test fails if one of its requests, or an answer to it, violated the document, though
   * all that it asserts holds. The URI then is that of the test's {@link PrismFront}; requests to
   * another address are not seen. Requests to addresses that are made once for a class fail the
   * class. Default: false.
   */
  boolean failOnViolation() default false;

  /**
   * Whether answers are made up from the schemas though the document has examples; see {@link
   * PrismServer.Builder#dynamic}. They are the same in every run. Default: false.
   */
  boolean dynamic() default false;

  /** The seed of {@link #dynamic()} answers. Default: 0. */
  long seed() default 0;
}
