package dev.specwright.contract;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * Something that a gate looks at, of one operation.
 *
 * @param name what tells the check from others of its kind
 * @param run fails if document and client do not agree
 */
record Check(String name, Executable run) {
  /** Returns it as a test. */
  DynamicTest test() {
    return dynamicTest(name, run);
  }
}
