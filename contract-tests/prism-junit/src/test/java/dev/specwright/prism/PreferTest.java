package dev.specwright.prism;

import static dev.specwright.prism.Fixtures.PETS;
import static dev.specwright.prism.Fixtures.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

@PrismMock("src/test/resources/pets.yaml")
final class PreferTest {
  private final PrismServer prism;

  PreferTest(PrismServer prism) {
    this.prism = prism;
  }

  @Test
  void statusAndExampleAreChosen() throws Exception {
    Prefer gone = Prefer.status(404).example("gone");
    assertEquals("code=404, example=gone", gone.toString());
    assertEquals(
        "{\"error\":\"The pet ran away.\"}",
        get(prism, "/pets/x/name", Prefer.HEADER, gone.toString()).body());
  }

  @Test
  void nameWithCommasIsQuoted() throws Exception {
    Prefer none = Prefer.named("none, not one");
    assertEquals("example=\"none, not one\"", none.toString());
    assertEquals("[]", get(prism, "/pets", Prefer.HEADER, none.toString()).body());
  }

  @Test
  void seedMakesDynamicAnswersTheSame() throws Exception {
    assertEquals("dynamic=true, seed=7", Prefer.seed(7).toString());
    assertEquals("dynamic=true", Prefer.dynamic().toString());
    String first = get(prism, "/pets", Prefer.HEADER, Prefer.seed(7).toString()).body();
    assertEquals(first, get(prism, "/pets", Prefer.HEADER, Prefer.seed(7).toString()).body());
    assertNotEquals(first, get(prism, "/pets", Prefer.HEADER, Prefer.seed(8).toString()).body());
    assertNotEquals(first, get(prism, "/pets").body());
  }

  @Test
  void seedOfTheServerHoldsForEveryRequest() throws Exception {
    try (PrismServer one = PrismServer.mock(PETS).seed(7).start();
        PrismServer two = PrismServer.mock(PETS).seed(7).start();
        PrismServer other = PrismServer.mock(PETS).seed(-8).start()) {
      String first = get(one, "/pets").body();
      assertEquals(first, get(one, "/pets").body());
      assertEquals(first, get(two, "/pets").body());
      assertNotEquals(first, get(other, "/pets").body());
    }
  }

  @Test
  void whatNoHeaderCanSayIsRefused() {
    for (int status : new int[] {99, 600}) {
      assertEquals(
          "Expected a status from 100 to 599 but found " + status + ".",
          assertThrows(IllegalArgumentException.class, () -> Prefer.status(status)).getMessage());
    }
    for (String name : new String[] {" ", "a\"b", "a\r\nb", "größe"}) {
      assertEquals(
          "Expected the name of an example, of printable ASCII letters without quotes, but found \""
              + name
              + "\". Rename the example in the document.",
          assertThrows(IllegalArgumentException.class, () -> Prefer.named(name)).getMessage());
      assertThrows(IllegalArgumentException.class, () -> Prefer.status(200).example(name));
    }
  }
}
