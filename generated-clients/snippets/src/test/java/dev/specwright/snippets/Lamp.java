package dev.specwright.snippets;

import java.util.function.Consumer;

/** Has a member of every kind. */
public final class Lamp implements AutoCloseable {
  public static final int BRIGHTEST = 9;
  public static final Integer DARKEST = 0;

  /** Told what the lamp does. */
  public interface Watcher {
    void on(int brightness);

    default void off() {}
  }

  /** What it shines with. */
  public enum Bulb {
    LED
  }

  /** How it shines. */
  public record Light(int brightness, Bulb bulb) {}

  public Lamp() {}

  public Lamp(Bulb bulb) {}

  public Light shine(int brightness) {
    return new Light(brightness, Bulb.LED);
  }

  public Light shine(String brightness) {
    return shine(Integer.parseInt(brightness));
  }

  public void watch(Watcher watcher) {}

  public static void forEach(Consumer<Lamp> action) {}

  void mend() {}

  @Override
  public String toString() {
    return "Lamp";
  }

  @Override
  public void close() {}
}
