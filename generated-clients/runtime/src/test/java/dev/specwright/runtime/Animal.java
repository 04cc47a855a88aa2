package dev.specwright.runtime;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
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

  @SuppressWarnings("NullAway") // javac 17 does not read from a class that a bound is nullable.
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
    Map<String, @Nullable Object> additionalProperties = Map.of();

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
      additionalProperties = Models.with(additionalProperties, name, value);
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
      return type == Animal.class ? new Adapter(moshi) : null;
    }
  }

  private static final class Adapter extends ByteJsonAdapter<Animal> {
    private static final JsonNames NAMES = JsonNames.of("name", "nick", "pin", "children");

    private final ByteJsonAdapter<String> stringAdapter;
    private final ByteJsonAdapter<List<Animal>> listAnimalAdapter;
    private final ByteJsonAdapter<Object> objectAdapter;

    Adapter(Moshi moshi) {
      stringAdapter = ByteJsonAdapter.of(moshi, String.class);
      listAnimalAdapter =
          ByteJsonAdapter.of(moshi, Types.newParameterizedType(List.class, Animal.class));
      objectAdapter = ByteJsonAdapter.of(moshi, Object.class);
    }

    @Override
    public @Nullable Animal read(JsonByteReader reader) throws IOException {
      if (reader.nextNull()) return null;
      Builder builder = builder();
      JsonMembers others = new JsonMembers();
      reader.beginObject(NAMES);
      for (int name; (name = reader.nextName(NAMES)) != JsonByteReader.END_OBJECT; ) {
        switch (name) {
          case 0 -> builder.name = stringAdapter.read(reader);
          case 1 -> {
            builder.nick = stringAdapter.read(reader);
            builder.hasNick = true;
          }
          case 2 -> builder.pin = stringAdapter.read(reader);
          case 3 -> builder.children = listAnimalAdapter.read(reader);
          default -> others.put(reader.unknownName(), objectAdapter.read(reader));
        }
      }
      if (builder.name == null) throw Models.missing(reader, "name");
      builder.additionalProperties = others.build();
      return builder.build();
    }

    @Override
    public void write(JsonTokenWriter writer, Animal value) throws IOException {
      writer.beginObject();
      if (value.name != null) stringAdapter.write(writer.member(NAMES, 0), value.name);
      if (value.hasNick) stringAdapter.writeOrNull(writer.member(NAMES, 1), value.nick);
      if (value.pin != null) stringAdapter.write(writer.member(NAMES, 2), value.pin);
      if (value.children != null) listAnimalAdapter.write(writer.member(NAMES, 3), value.children);
      Models.writeAdditional(writer, value.additionalProperties);
      writer.endObject();
    }
  }
}
