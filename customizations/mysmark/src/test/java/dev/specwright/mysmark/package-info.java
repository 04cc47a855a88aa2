/** Tests. */
@NullMarked
package dev.specwright.mysmark;

import org.jspecify.annotations.NullMarked;
