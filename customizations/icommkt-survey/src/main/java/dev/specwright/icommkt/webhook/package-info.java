/**
 * What the service sends on its own: a call to your server for each new answer, signed in the
 * header {@code SK-Signature} (section Webhooks).
 */
@NullMarked
package dev.specwright.icommkt.webhook;

import org.jspecify.annotations.NullMarked;
