/** A tour through all four APIs with their clients, against mocks: {@code mvn -Ptour}. */
@NullMarked
package dev.specwright.tour;

import org.jspecify.annotations.NullMarked;
