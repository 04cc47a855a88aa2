/** Calls the clients with what the documents say, and finds where the two or a service differ. */
@NullMarked
package dev.specwright.probe;

import org.jspecify.annotations.NullMarked;
