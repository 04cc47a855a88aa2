package dev.specwright.contract.driver;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The setups of all APIs. */
public final class ClientSetups {
  /** By the folder of the document. */
  private static final Map<String, Entry> BY_API =
      Map.of(
          "icommkt-survey", new Entry(IcommktSetup.PLANTED, IcommktSetup::new),
          "mappiness", new Entry(MappinessSetup.PLANTED, MappinessSetup::new),
          "mysmark", new Entry(MysmarkSetup.PLANTED, MysmarkSetup::new),
          "smartq", new Entry(SmartqSetup.PLANTED, SmartqSetup::new));

  private record Entry(
      Map<String, String> planted, Function<Map<String, String>, ClientSetup> setup) {}

  private ClientSetups() {}

  /** Returns the folders of the documents that have one, sorted. */
  public static List<String> apis() {
    return BY_API.keySet().stream().sorted().toList();
  }

  /**
   * Returns the setup of the API whose document is in the folder {@code api}, with credentials that
   * are made up, so that they are easy to find in a request.
   */
  public static ClientSetup of(String api) {
    return of(api, entry(api).planted());
  }

  /** Returns the setup of the API with credentials from these environment variables. */
  public static ClientSetup of(String api, Map<String, String> variables) {
    return entry(api).setup().apply(variables);
  }

  /** Returns the name of an API's environment variable, such as {@code SMARTQ_SERVER}. */
  public static String variable(String api, String setting) {
    return api.toUpperCase(Locale.ROOT).replace('-', '_') + "_" + setting;
  }

  private static Entry entry(String api) {
    Entry entry = BY_API.get(api);
    if (entry != null) return entry;
    throw new IllegalArgumentException(
        "Expected one of %s but found \"%s\". A new document needs a setup in %s."
            .formatted(String.join(", ", apis()), api, ClientSetups.class.getSimpleName()));
  }
}
