package dev.specwright.contract.driver;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of an operation.
 *
 * @param node the parameter object
 */
public record DocumentedParameter(Node node) {
  /** Returns the name on the wire. */
  public String name() {
    return node.at("name").text();
  }

  /** Returns {@code path}, {@code query} or {@code header}. */
  public String in() {
    return node.at("in").text();
  }

  /** Returns what tells it from the others of its operation, such as {@code query limit}. */
  public String key() {
    return in() + " " + name();
  }

  /** Whether every call has it. */
  public boolean isRequired() {
    return node.at("required").is(true);
  }

  /** Returns its schema, or that of the text which it holds. */
  public Node schema() {
    return holder().at("schema");
  }

  /** Returns the values that the document shows by name, each as it is before it is written. */
  public Map<String, @Nullable Object> examples() {
    Map<String, @Nullable Object> examples = holder().examples();
    Node ofSchema = schema().at("example");
    if (examples.isEmpty() && ofSchema.exists()) examples.put("", ofSchema.value());
    return examples;
  }

  /** Returns the first example. */
  public @Nullable Object example() {
    Map<String, @Nullable Object> examples = examples();
    if (!examples.isEmpty()) return examples.values().iterator().next();
    throw new IllegalStateException("Expected an example of " + name() + " but found none.");
  }

  /** Returns the credential that the client fills in, if this is its place. */
  public Optional<String> credential() {
    return optional("x-credential");
  }

  /** Whether it names the function around the answer. */
  public boolean isJsonp() {
    return node.at("x-jsonp").is(true);
  }

  /** Returns the name that the document chose for Java, if it did. */
  public Optional<String> javaName() {
    return optional("x-java-name");
  }

  private Optional<String> optional(String extension) {
    return Optional.of(node.at(extension)).filter(Node::exists).map(Node::text);
  }

  /** Whether its value is the JSON text of what the schema says. */
  public boolean isJson() {
    return node.at("content").exists();
  }

  private Node holder() {
    return Content.of(node).stream().findFirst().map(Content::node).orElse(node);
  }
}
