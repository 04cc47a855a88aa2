/** The smartQ client. Start with {@link dev.specwright.smartq.SmartQ}. */
@NullMarked
package dev.specwright.smartq;

import org.jspecify.annotations.NullMarked;
