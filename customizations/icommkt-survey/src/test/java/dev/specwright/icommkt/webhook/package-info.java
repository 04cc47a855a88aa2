/** Tests. */
@NullMarked
package dev.specwright.icommkt.webhook;

import org.jspecify.annotations.NullMarked;
