package dev.specwright.snippets;

import dev.specwright.snippets.Lamp.Light;
import dev.specwright.snippets.Lamp.Watcher;

/** Snippets for a test. */
final class LampExample {
  private LampExample() {}

  static Light shine(Lamp.Bulb bulb) {
    Watcher unseen =
        new Watcher() {
          @Override
          public void on(int brightness) {}
        };
    // readme
    Lamp lamp = new Lamp(bulb); // needs no socket
    // end
    lamp.watch(unseen);
    // readme
    Light light = lamp.shine(3);
    // GET /lamps/3
    //   ?bulb=LED
    //   &where={"room":
    //   {"no":1}}
    // POST /lamps
    //   brightness=3
    //   &bulb=LED
    // Look at it.
    // end
    return light;
  }

  static void watch(Lamp lamp) {
    // readme
    lamp.watch(brightness -> {});
    // DELETE /watchers
    // end
    Lamp.forEach(Lamp::mend);
  }

  static void override() {
    // readme
    Watcher watcher =
        new Watcher() {
          @Override
          public void on(int brightness) {}

          @Override
          public void off() {}
        };
    // end
    watcher.off();
  }
}
