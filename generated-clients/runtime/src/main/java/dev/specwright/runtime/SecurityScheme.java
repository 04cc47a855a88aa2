package dev.specwright.runtime;

/**
 * A security scheme of a document.
 *
 * @param name the scheme's name in the document
 * @param kind what is sent
 * @param parameter the header or query parameter that carries it
 */
public record SecurityScheme(String name, Kind kind, String parameter) {
  /** What is sent, and where. */
  public enum Kind {
    /** HTTP Basic: user and password in the Authorization header. */
    BASIC,
    /** HTTP Bearer: a token in the Authorization header. */
    BEARER,
    /** A key in a header. */
    HEADER,
    /** A key in the query. */
    QUERY
  }
}
