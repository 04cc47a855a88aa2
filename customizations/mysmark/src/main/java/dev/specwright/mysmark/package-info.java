/**
 * The client of the MySmark API: {@link dev.specwright.mysmark.MySmark} over the generated
 * interfaces, keywords of any kind, and the link to embed an object.
 */
@NullMarked
package dev.specwright.mysmark;

import org.jspecify.annotations.NullMarked;
