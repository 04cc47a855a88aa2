/**
 * The client of the ICOMMKT Survey API: {@link dev.specwright.icommkt.IcommktSurvey} over the
 * generated interfaces, and rules to order and filter lists. What the service sends on its own is
 * in {@link dev.specwright.icommkt.webhook}.
 */
@NullMarked
package dev.specwright.icommkt;

import org.jspecify.annotations.NullMarked;
