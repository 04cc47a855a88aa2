package dev.specwright.contract.driver;

import java.util.Locale;

/**
 * Where a document wants a credential.
 *
 * @param credential its name in the document
 * @param place the part of the request
 * @param parameter the header, query parameter, path parameter or form field
 */
public record CredentialPlace(String credential, Place place, String parameter) {
  /** A part of a request that may carry a credential. */
  public enum Place {
    /** HTTP Basic in the Authorization header. */
    BASIC,
    /** HTTP Bearer in the Authorization header. */
    BEARER,
    /** A header. */
    HEADER,
    /** A query parameter. */
    QUERY,
    /** A segment of the path. */
    PATH,
    /** A field of a form. */
    FORM
  }

  /** Returns the place of the security scheme {@code name}. */
  static CredentialPlace of(Node root, String name) {
    Node scheme = root.at("components", "securitySchemes", name);
    boolean isHttp = scheme.at("type").is("http");
    String place = scheme.at(isHttp ? "scheme" : "in").text();
    return new CredentialPlace(
        name,
        Place.valueOf(place.toUpperCase(Locale.ROOT)),
        isHttp ? "Authorization" : scheme.at("name").text());
  }

  /** Returns name and place, such as {@code oauthToken in form}. */
  @Override
  public String toString() {
    return credential + " in " + place.name().toLowerCase(Locale.ROOT);
  }
}
