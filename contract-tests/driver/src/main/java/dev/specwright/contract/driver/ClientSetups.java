package dev.specwright.contract.driver;

import java.util.Map;

/** The setups of all APIs. */
public final class ClientSetups {
  private static final Map<String, ClientSetup> BY_API =
      Map.of(
          "icommkt-survey", new IcommktSetup(),
          "mappiness", new MappinessSetup(),
          "mysmark", new MysmarkSetup(),
          "smartq", new SmartqSetup());

  private ClientSetups() {}

  /** Returns the setup of the API whose document is in the folder {@code api}. */
  public static ClientSetup of(String api) {
    ClientSetup setup = BY_API.get(api);
    if (setup != null) return setup;
    throw new IllegalStateException(
        "Expected a setup for each document but found none for " + api + ". Add one here.");
  }
}
