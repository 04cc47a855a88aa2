/**
 * The same data as classes that the rivals read and write: a public field for each property, which
 * is enough for most, and a setter, since Blackbird speeds up nothing else. Plain types where the
 * generated models have {@code Instant}, {@code URI}, enums and flags, which makes it easier for
 * the rivals.
 */
package dev.specwright.benchmarks.rival;
