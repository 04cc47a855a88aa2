/**
 * Calls every operation of a document through its client, without a list of operations: what there
 * is to call, with which arguments and which credentials, comes from the document.
 *
 * <p>{@link dev.specwright.contract.driver.Document} reads it, {@link
 * dev.specwright.contract.driver.DocumentedRequest} is a request that it shows, {@link
 * dev.specwright.contract.driver.ClientSetup} builds the client, {@link
 * dev.specwright.contract.driver.Driver} makes the call.
 */
@NullMarked
package dev.specwright.contract.driver;

import org.jspecify.annotations.NullMarked;
