/** The Mappiness client. Start with {@link dev.specwright.mappiness.Mappiness}. */
@NullMarked
package dev.specwright.mappiness;

import org.jspecify.annotations.NullMarked;
