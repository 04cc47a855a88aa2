package dev.specwright.core;

import dev.specwright.runtime.ApiDescription;
import dev.specwright.runtime.Operation;
import dev.specwright.runtime.SafeUrl;
import dev.specwright.runtime.SecurityScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a client from environment variables, whose names are made of the document's: prefix
 * {@code LIBRARY} and scheme {@code clientId} give {@code LIBRARY_CLIENT_ID}. For the clients'
 * builders. No value is ever part of a message.
 */
public final class Environment {
  private final ApiDescription api;
  private final String prefix;
  private final Map<String, String> values;
  private final List<String> missing = new ArrayList<>();
  private final List<Runnable> setters = new ArrayList<>();

  private Environment(ApiDescription api, String prefix, Map<String, String> values) {
    this.api = api;
    this.prefix = prefix;
    this.values = values;
  }

  /** Returns settings from {@code values}, usually {@code System.getenv()}. */
  public static Environment of(ApiDescription api, String prefix, Map<String, String> values) {
    return new Environment(api, prefix, values);
  }

  /** Reads {@code PREFIX_SERVER}, if there is one. */
  public Environment server(Consumer<String> setter) {
    String name = name("server");
    String value = value(name);
    if (value != null) setters.add(() -> set(name, List.of(value), () -> setter.accept(value)));
    return this;
  }

  /** Reads the value of a server variable, which a {@code PREFIX_SERVER} makes needless. */
  public Environment variable(String variable, Consumer<String> setter) {
    requireKnown(api.serverVariables().containsKey(variable), variable);
    return value(name("server")) == null || value(name(variable)) != null
        ? required(variable, setter)
        : this;
  }

  /** Reads what a security scheme sends. */
  public Environment scheme(String scheme, Consumer<String> setter) {
    requireKnown(api.securitySchemes().containsKey(scheme), scheme);
    return required(scheme, setter);
  }

  /** Reads what HTTP Basic sends, from {@code PREFIX_SCHEME_USER} and {@code _PASSWORD}. */
  public Environment basic(String scheme, BiConsumer<String, String> setter) {
    SecurityScheme known = api.securitySchemes().get(scheme);
    requireKnown(known != null && known.kind() == SecurityScheme.Kind.BASIC, scheme);
    String userName = name(scheme + "User");
    String passwordName = name(scheme + "Password");
    String user = value(userName);
    String password = value(passwordName);
    if (user == null) missing.add(userName);
    if (password == null) missing.add(passwordName);
    if (user != null && password != null) {
      String names = userName + " and " + passwordName;
      setters.add(() -> set(names, List.of(user, password), () -> setter.accept(user, password)));
    }
    return this;
  }

  /** Reads a credential that stands outside the security schemes: {@code x-credential}. */
  public Environment credential(String credential, Consumer<String> setter) {
    requireKnown(
        api.operations().stream()
            .flatMap(operation -> operation.credentials().stream())
            .anyMatch(place -> place.name().equals(credential)),
        credential);
    return required(credential, setter);
  }

  /** Reads a sensitive field of the request for a token. */
  public Environment tokenField(String field, Consumer<String> setter) {
    requireKnown(
        api.operations().stream()
            .filter(operation -> operation.security().isEmpty())
            .map(Operation::sensitive)
            .anyMatch(sensitive -> sensitive.contains(field)),
        field);
    return required(field, setter);
  }

  /**
   * Hands the values on.
   *
   * @throws IllegalArgumentException if variables are missing, naming them all, or if a value is
   *     not what its setting takes
   */
  public void apply() {
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected the environment variable"
              + (missing.size() == 1 ? " " : "s ")
              + String.join(", ", missing)
              + " but "
              + (missing.size() == 1 ? "it was" : "they were")
              + " missing or blank. Set what is missing, or use the builder's other methods.");
    }
    setters.forEach(Runnable::run);
  }

  private Environment required(String documentName, Consumer<String> setter) {
    String name = name(documentName);
    String value = value(name);
    if (value == null) missing.add(name);
    else setters.add(() -> set(name, List.of(value), () -> setter.accept(value)));
    return this;
  }

  private static void set(String names, List<String> values, Runnable setter) {
    try {
      setter.run();
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      for (String value : values) message = message.replace(value, SafeUrl.MASK);
      // Without the cause, whose message may quote a value.
      throw new IllegalArgumentException(names + ": " + message);
    }
  }

  private @Nullable String value(String name) {
    String value = values.get(name);
    return value == null || value.isBlank() ? null : value;
  }

  private String name(String documentName) {
    String words = documentName.replaceAll("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+", "_");
    return prefix + "_" + words.toUpperCase(Locale.ROOT);
  }

  private void requireKnown(boolean known, String documentName) {
    if (!known) {
      throw new IllegalStateException(
          "Expected "
              + documentName
              + " in the document of the "
              + api.title()
              + " but it is not.");
    }
  }
}
