@NullMarked
package dev.specwright.benchmarks;

import org.jspecify.annotations.NullMarked;
