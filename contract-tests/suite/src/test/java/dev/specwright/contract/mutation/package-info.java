/**
 * Changes of documents and faults of clients that break a contract. Where one strikes is found in
 * the document.
 *
 * <p>{@link dev.specwright.contract.mutation.DocumentMutations} and {@link
 * dev.specwright.contract.mutation.ClientMutations} list them.
 */
package dev.specwright.contract.mutation;
