/** How fast the clients are, beside others that read and write the same bytes. */
@NullMarked
package dev.specwright.benchmarks;

import org.jspecify.annotations.NullMarked;
