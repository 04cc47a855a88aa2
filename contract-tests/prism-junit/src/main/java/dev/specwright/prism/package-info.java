/**
 * Starts <a href="https://github.com/stoplightio/prism">Prism</a> mocks of OpenAPI documents:
 * {@link dev.specwright.prism.PrismMock} in a JUnit test, {@link dev.specwright.prism.PrismServer}
 * anywhere else. A mock never outlives the JVM that started it.
 */
@NullMarked
package dev.specwright.prism;

import org.jspecify.annotations.NullMarked;
