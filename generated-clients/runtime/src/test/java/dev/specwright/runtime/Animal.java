package dev.specwright.runtime;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A model in the shape that the generator prints. */
final class Animal {
  private final String name;
  private final @Nullable String nick;
  private final boolean hasNick;
  private final @Nullable String pin;
  private final @Nullable List<Animal> children;
  private final Map<String, @Nullable Object> additionalProperties;

  private Animal(Builder from) {
    this.name = Models.required(from.name, "Animal", "name", "name");
    this.nick = from.nick;
    this.hasNick = from.hasNick;
    this.pin = from.pin;
    this.children = Models.copy(from.children);
    this.additionalProperties = Models.additional(from.additionalProperties);
  }

  static Animal of(String name) {
    return builder().name(name).build();
  }

  static Builder builder() {
    return new Builder();
  }

  String name() {
    return name;
  }

  @Nullable List<Animal> children() {
    return children;
  }

  Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  @Override
  public String toString() {
    return Models.text("Animal")
        .shown("name", name)
        .shown("nick", nick)
        .masked("pin", pin)
        .shown("children", children)
        .names(additionalProperties);
  }

  static final class Builder {
    @Nullable String name;
    @Nullable String nick;
    boolean hasNick;
    @Nullable String pin;
    @Nullable List<Animal> children;
    final Map<String, @Nullable Object> additionalProperties = new LinkedHashMap<>();

    Builder name(String name) {
      this.name = name;
      return this;
    }

    Builder nick(@Nullable String nick) {
      this.nick = nick;
      this.hasNick = true;
      return this;
    }

    Builder pin(String pin) {
      this.pin = pin;
      return this;
    }

    Builder children(List<Animal> children) {
      this.children = children;
      return this;
    }

    Builder additionalProperty(String name, @Nullable Object value) {
      additionalProperties.put(name, value);
      return this;
    }

    Animal build() {
      return new Animal(this);
    }
  }

  /** The adapters of the models, as the generated factory. */
  static final class Adapters implements JsonAdapter.Factory {
    @Override
    public @Nullable JsonAdapter<?> create(
        Type type, Set<? extends Annotation> annotations, Moshi moshi) {
      return type == Animal.class ? new Adapter(moshi).nullSafe() : null;
    }
  }

  private static final class Adapter extends JsonAdapter<Animal> {
    private static final JsonReader.Options NAMES =
        JsonReader.Options.of("name", "nick", "pin", "children");

    private final JsonAdapter<String> stringAdapter;
    private final JsonAdapter<List<Animal>> listAnimalAdapter;
    private final JsonAdapter<Object> objectAdapter;

    Adapter(Moshi moshi) {
      stringAdapter = moshi.adapter(String.class);
      listAnimalAdapter = moshi.adapter(Types.newParameterizedType(List.class, Animal.class));
      objectAdapter = moshi.adapter(Object.class);
    }

    @Override
    public Animal fromJson(JsonReader reader) throws IOException {
      Builder builder = builder();
      reader.beginObject();
      while (reader.hasNext()) {
        switch (reader.selectName(NAMES)) {
          case 0 -> builder.name = stringAdapter.fromJson(reader);
          case 1 -> {
            builder.nick = stringAdapter.fromJson(reader);
            builder.hasNick = true;
          }
          case 2 -> builder.pin = stringAdapter.fromJson(reader);
          case 3 -> builder.children = listAnimalAdapter.fromJson(reader);
          default ->
              builder.additionalProperties.put(reader.nextName(), objectAdapter.fromJson(reader));
        }
      }
      reader.endObject();
      if (builder.name == null) throw Models.missing(reader, "name");
      return builder.build();
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Animal value) throws IOException {
      if (value == null) {
        writer.nullValue();
        return;
      }
      writer.beginObject();
      Models.write(writer, "name", stringAdapter, value.name);
      if (value.hasNick) Models.writeWithNull(writer, "nick", stringAdapter, value.nick);
      Models.write(writer, "pin", stringAdapter, value.pin);
      Models.write(writer, "children", listAnimalAdapter, value.children);
      for (Map.Entry<String, @Nullable Object> more : value.additionalProperties.entrySet()) {
        Models.writeWithNull(writer, more.getKey(), objectAdapter, more.getValue());
      }
      writer.endObject();
    }
  }
}
