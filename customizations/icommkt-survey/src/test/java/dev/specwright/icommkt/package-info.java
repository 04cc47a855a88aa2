/** Tests. */
@NullMarked
package dev.specwright.icommkt;

import org.jspecify.annotations.NullMarked;
