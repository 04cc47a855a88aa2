/** What fuzz tests need to be more than a replay of kept inputs. */
@NullMarked
package dev.specwright.fuzzing;

import org.jspecify.annotations.NullMarked;
