package dev.specwright.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the document says of an operation beyond its HTTP request. Interceptors read it as {@link
 * Operation}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ApiOperation {
  /** The document's operationId. */
  String id();

  /**
   * The alternatives of {@code security}; each is the names of the schemes that go together,
   * separated by a space. An empty text is the alternative without credentials.
   */
  String[] security() default {};

  /** The places outside {@code security} that carry a credential: {@code x-credential}. */
  Credential[] credentials() default {};

  /** Whether repeating the call is safe. */
  boolean idempotent();

  /** Wire names of parameters and form fields that must never be shown. */
  String[] sensitive() default {};

  /** The member of the answer that holds the value, or nothing: {@code x-envelope}. */
  String envelope() default "";

  /** Whether the value may be null. */
  boolean nullable() default false;

  /** The parameter that names the function around a JSON-P answer, or nothing: {@code x-jsonp}. */
  String jsonp() default "";

  /** How to get the next page; none or one: {@code x-pagination}. */
  Pagination[] pagination() default {};

  /** A place that the client fills in with a credential. */
  @interface Credential {
    /** The name of the credential. */
    String name();

    /** Where it goes. */
    Place in();

    /** The path or form parameter. */
    String parameter();

    /** The places that {@code security} cannot express. */
    enum Place {
      /** A whole segment of the path. */
      PATH,
      /** A field of the form body. */
      FORM
    }
  }

  /** How to get the next page. */
  @interface Pagination {
    /** What {@link #parameter} counts or takes. */
    Style style();

    /** The query parameter that moves from page to page. */
    String parameter();

    /** The query parameter with the number of rows a page should have, or nothing. */
    String limit() default "";

    /** The smallest number that {@link #limit} takes, if the document says so. */
    int least() default Integer.MIN_VALUE;

    /** The largest number that {@link #limit} takes, if the document says so. */
    int most() default Integer.MAX_VALUE;

    /** Rows of a full page where the caller cannot choose, or 0. */
    int size() default 0;

    /** Whether a page with fewer rows than it could have is the last; an empty one always is. */
    boolean shortPageIsLast() default false;

    /** The two ways to move. */
    enum Style {
      /** The parameter counts the rows to skip. */
      OFFSET,
      /** The parameter takes the value that the last page gave for the next. */
      CURSOR
    }
  }
}
