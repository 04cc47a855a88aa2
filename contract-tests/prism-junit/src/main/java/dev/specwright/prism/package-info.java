/**
 * Starts <a href="https://github.com/stoplightio/prism">Prism</a> mocks of OpenAPI documents:
 * {@link dev.specwright.prism.PrismMock} in a JUnit test, {@link dev.specwright.prism.PrismServer}
 * anywhere else. A mock never outlives the JVM that started it. {@link
 * dev.specwright.prism.PrismFront} lets answers go wrong and knows what a test violated.
 */
@NullMarked
package dev.specwright.prism;

import org.jspecify.annotations.NullMarked;
