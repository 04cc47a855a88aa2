package dev.specwright.runtime;

/** Marks exceptions of this project, whose messages hold nothing that must not be shown. */
interface SafeMessage {}
