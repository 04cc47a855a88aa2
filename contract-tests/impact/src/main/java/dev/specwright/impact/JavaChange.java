package dev.specwright.impact;

import java.util.Set;

/**
 * A change of the Java API.
 *
 * @param step what it costs those who compile against the API
 * @param text what changed, as a sentence without its full stop
 * @param operations the operations that it belongs to, by operationId; none if it is no matter of
 *     single operations
 */
record JavaChange(Step step, String text, Set<String> operations) {}
