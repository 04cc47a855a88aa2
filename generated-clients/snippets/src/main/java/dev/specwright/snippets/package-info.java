/** What tests of Markdown pages need: the Java that a page shows, and the sources it is from. */
@NullMarked
package dev.specwright.snippets;

import org.jspecify.annotations.NullMarked;
