package dev.specwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

final class SafeUrlTest {
  private static final Operation SECRET =
      Operation.of(ZooApi.class).stream()
          .filter(operation -> operation.id().equals("listSecret"))
          .findFirst()
          .orElseThrow();

  private static void assertSafe(String safe, String url) {
    assertEquals(safe, SafeUrl.of(HttpUrl.get(url), SECRET));
  }

  @Test
  void sensitiveSegmentsAreMasked() {
    assertSafe(
        "https://zoo.example/██/keepers/██/animals", "https://zoo.example/s/keepers/k/animals");
  }

  @Test
  void segmentsOfTheBaseUrlAreShown() {
    assertSafe(
        "https://zoo.example/api/v1/██/keepers/██/animals",
        "https://zoo.example/api/v1/s/keepers/k/animals");
  }

  @Test
  void sensitiveParametersAreMasked() {
    assertSafe(
        "https://zoo.example/██/keepers/██/animals?pin=██&sort=name&pin=██&flag",
        "https://zoo.example/s/keepers/k/animals?pin=1&sort=name&pin=2&flag");
  }

  @Test
  void moreNamesMayBeMasked() {
    assertEquals(
        "https://zoo.example/s/keepers/k/animals?pin=1&token=██",
        SafeUrl.of(
            HttpUrl.get("https://zoo.example/s/keepers/k/animals?pin=1&token=2"),
            SECRET,
            Set.of("token")));
  }

  @Test
  void partsOfSensitiveParametersAreSensitive() {
    Set<String> sensitive = Set.of("pins", "items[pin]", "a[b]", "exact[]", "n[0]");
    for (String name :
        new String[] {
          "pins",
          "pins[0]",
          "pins[]",
          "pins[k][l]",
          "items[3][pin]",
          "items[12][pin][0]",
          "items[pin]",
          "a[b]",
          "a[b][0]",
          "exact[]",
          "n[0]"
        }) {
      assertTrue(SafeUrl.isSensitive(name, sensitive), name);
    }
    for (String name :
        new String[] {
          "pin", "pinsize", "items[0]", "items[0][name]", "a", "a[c]", "exact", "n[1]", ""
        }) {
      assertFalse(SafeUrl.isSensitive(name, sensitive), name);
    }
    assertFalse(SafeUrl.isSensitive("pins[0]", Set.of()));
  }

  @Test
  void userAndFragmentAreLeftOutAndThePortIsKept() {
    assertSafe(
        "http://zoo.example:8080/██/keepers/██/animals",
        "http://user:password@zoo.example:8080/s/keepers/k/animals#top");
  }

  @Test
  void lineBreaksAreNotShown() {
    assertSafe(
        "https://zoo.example/██/keepers/██/animals?a?b=c?d?e",
        "https://zoo.example/s/keepers/k/animals?a%0Ab=c%E2%80%A8d%C2%85e");
  }

  @Test
  void slashInsideASegmentDoesNotShiftTheMask() {
    assertSafe(
        "https://zoo.example/██/keepers/██/animals",
        "https://zoo.example/a%2Fb/keepers/c%2Fd/animals");
  }
}
