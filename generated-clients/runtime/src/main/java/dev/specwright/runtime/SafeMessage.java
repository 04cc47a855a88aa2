package dev.specwright.runtime;

/**
 * Marks exceptions of this project, whose messages hold nothing that must not be shown; in those of
 * {@link MalformedAnswerException} secrets are masked, since they name members of an answer.
 */
interface SafeMessage {}
