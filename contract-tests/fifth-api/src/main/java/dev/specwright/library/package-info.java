/** A client of the Village Library API, which there is not: the fifth API. */
@NullMarked
package dev.specwright.library;

import org.jspecify.annotations.NullMarked;
