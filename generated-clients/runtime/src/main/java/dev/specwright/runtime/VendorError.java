package dev.specwright.runtime;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The error that a service reports in an answer.
 *
 * @param code the vendor's code, such as {@code invalid_token}, or null if it gave none
 * @param message the vendor's message, or null if it gave none
 */
public record VendorError(@Nullable String code, @Nullable String message)
    implements Serializable {}
