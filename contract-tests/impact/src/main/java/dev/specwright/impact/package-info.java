/** What changed since the last release, on the wire and in Java, and which versions follow. */
@NullMarked
package dev.specwright.impact;

import org.jspecify.annotations.NullMarked;
