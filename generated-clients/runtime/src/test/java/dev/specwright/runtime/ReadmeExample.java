package dev.specwright.runtime;

import java.time.Duration;

/** The example of README.md: the lines between the markers. */
final class ReadmeExample {
  private ReadmeExample() {}

  static Animal call(ZooApi zoo) {
    // readme
    Animal rex = zoo.getAnimal(7).timeout(Duration.ofSeconds(5)).fetch(); // GET /animals/7
    // end
    return rex;
  }
}
