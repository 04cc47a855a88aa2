package dev.specwright.probe;

import dev.specwright.core.ClientBuilder;
import dev.specwright.icommkt.IcommktSurvey;
import dev.specwright.mappiness.Mappiness;
import dev.specwright.mysmark.MySmark;
import dev.specwright.runtime.ApiDescription;
import dev.specwright.smartq.SmartQ;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The four APIs, each with its document and its client. */
enum Api {
  MYSMARK {
    @Override
    ApiDescription description() {
      return dev.specwright.mysmark.api.ApiDocument.DESCRIPTION;
    }

    @Override
    AutoCloseable build(Map<String, String> variables, Consumer<ClientBuilder<?>> settings) {
      MySmark.Builder builder = MySmark.builder().fromEnvironment(variables);
      settings.accept(builder);
      return builder.build();
    }
  },
  SMARTQ {
    @Override
    ApiDescription description() {
      return dev.specwright.smartq.api.ApiDocument.DESCRIPTION;
    }

    @Override
    AutoCloseable build(Map<String, String> variables, Consumer<ClientBuilder<?>> settings) {
      SmartQ.Builder builder = SmartQ.builder().fromEnvironment(variables);
      settings.accept(builder);
      return builder.build();
    }
  },
  MAPPINESS {
    @Override
    ApiDescription description() {
      return dev.specwright.mappiness.api.ApiDocument.DESCRIPTION;
    }

    @Override
    AutoCloseable build(Map<String, String> variables, Consumer<ClientBuilder<?>> settings) {
      Mappiness.Builder builder = Mappiness.builder().fromEnvironment(variables);
      settings.accept(builder);
      return builder.build();
    }
  },
  ICOMMKT_SURVEY {
    @Override
    ApiDescription description() {
      return dev.specwright.icommkt.api.ApiDocument.DESCRIPTION;
    }

    @Override
    AutoCloseable build(Map<String, String> variables, Consumer<ClientBuilder<?>> settings) {
      IcommktSurvey.Builder builder = IcommktSurvey.builder().fromEnvironment(variables);
      settings.accept(builder);
      return builder.build();
    }
  };

  /**
   * Returns the API whose document stands in the folder {@code folder}.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Api of(String folder) {
    return Arrays.stream(values())
        .filter(api -> api.folder().equals(folder))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Expected one of "
                        + Arrays.stream(values()).map(Api::folder).collect(Collectors.joining(", "))
                        + " but found \""
                        + folder
                        + "\"."));
  }

  /** Returns the name of the folder with the document, such as {@code icommkt-survey}. */
  String folder() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns what the generated client knows of its document. */
  abstract ApiDescription description();

  /** Returns the name of the environment variable with this setting, such as {@code SERVER}. */
  String variable(String setting) {
    return name() + "_" + setting;
  }

  /** Returns a client with the settings of environment variables, on another server. */
  final AutoCloseable client(
      Map<String, String> variables, String server, Consumer<ClientBuilder<?>> settings) {
    Map<String, String> moved = new LinkedHashMap<>(variables);
    moved.put(variable("SERVER"), server);
    return build(
        moved,
        builder -> {
          // Links name the service, wherever the client is sent to.
          if (builder instanceof Mappiness.Builder mappiness) {
            mappiness.linkServer(description().server());
          }
          settings.accept(builder);
        });
  }

  /**
   * Returns a client with the settings of environment variables, then those of {@code settings}.
   */
  abstract AutoCloseable build(Map<String, String> variables, Consumer<ClientBuilder<?>> settings);
}
