/** Prism mocks of OpenAPI documents for JUnit tests. */
module dev.specwright.prism {
  requires java.net.http;
  requires transitive org.jspecify;
  requires transitive org.junit.jupiter.api;
  requires org.junit.platform.commons;

  exports dev.specwright.prism;

  // JUnit makes the extension, which is hidden.
  opens dev.specwright.prism to
      org.junit.platform.commons;
}
