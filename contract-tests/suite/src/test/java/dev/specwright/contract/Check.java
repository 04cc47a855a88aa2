package dev.specwright.contract;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.specwright.contract.driver.DocumentedOperation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * Something that a gate looks at.
 *
 * @param operation the operation that is called
 * @param name what tells the check from others of its kind
 * @param run fails if document and client do not agree
 */
record Check(DocumentedOperation operation, String name, Executable run) {
  /** Returns it as a test. */
  DynamicTest test() {
    return dynamicTest(name, run);
  }
}
