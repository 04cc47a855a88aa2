/**
 * What the four clients share: how a client is built, credentials and tokens, retries, the
 * exceptions, paging, and texts that are safe to show.
 */
@NullMarked
package dev.specwright.core;

import org.jspecify.annotations.NullMarked;
