package dev.specwright.contract.driver;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A parameter of an operation.
 *
 * @param name the name on the wire
 * @param in {@code path}, {@code query} or {@code header}
 * @param schema its schema
 * @param examples at least one value, as it is before it is written
 * @param credential the credential that the client fills in
 * @param jsonp whether it names the function around the answer
 * @param javaName the name that the document chose for Java
 */
public record DocumentedParameter(
    String name,
    String in,
    Map<String, Object> schema,
    List<Object> examples,
    Optional<String> credential,
    boolean jsonp,
    Optional<String> javaName) {}
