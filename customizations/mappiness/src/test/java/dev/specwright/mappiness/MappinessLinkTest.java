package dev.specwright.mappiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappinessLinkTest {
  private static final String HAPPY =
      "https://mappiness.me/u/3kkq.21f8861d6df137bb07d47c0fec31/mappiness.json"
          + "?include=happy&limit=1&callback=setHappiness";

  @Test
  void partsOfThePagesLink() {
    MappinessLink link = MappinessLink.parse(HAPPY);
    assertEquals(HAPPY, link.url());
    assertEquals("3kkq", link.participant());
    assertEquals("mappiness.json?include=happy&limit=1&callback=setHappiness", link.target());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://mappiness.me/u/3kkq.a1d9840a7d6e6f9a6c13f2b7802f/private_photos/3.jpg",
        "https://mappiness.me/u/3kkq.2727e5a04d8acc225b3320799348/private_photos/8.jpg",
        "https://mappiness.me/u/3kkq.6641a7e8278bcd49e476e7acae15/mappiness.json?include=happy,do_*",
        "https://mappiness.me/u/3kkq.6641a7e8278bcd49e476e7acae15/mappiness.csv?include=happy%2cdo_*",
        "https://example.org/gate/u/3kkq.6641a7e8278bcd49e476e7acae15/mappiness.xls",
        "http://127.0.0.1:4010/u/3.6641a7e8278bcd49e476e7acae15/mappiness.csv"
      })
  void textIsKeptAsItIs(String url) {
    assertEquals(url, MappinessLink.parse(url).url());
  }

  @Test
  void textShowsNoHmac() {
    assertEquals(
        "https://mappiness.me/u/██/mappiness.json?include=happy&limit=1&callback=setHappiness",
        MappinessLink.parse(HAPPY).toString());
  }

  @Test
  void linksWithTheSameUrlAreEqual() {
    MappinessLink link = MappinessLink.parse(HAPPY);
    assertEquals(MappinessLink.parse(HAPPY), link);
    assertEquals(MappinessLink.parse(HAPPY).hashCode(), link.hashCode());
    assertNotEquals(MappinessLink.parse(HAPPY + "2"), link);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://mappiness.me/3kkq.pk7d.23wb/mappiness.json",
        "https://mappiness.me/get_u/3kkq.pk7d.23wb/mappiness.json",
        "https://mappiness.me/u/3kkq.21f8861d6df137bb07d47c0fec3/mappiness.json",
        "https://mappiness.me/u/3kkq.21f8861d6df137bb07d47c0fec311/mappiness.json",
        "https://mappiness.me/u/3kkq.21F8861D6DF137BB07D47C0FEC31/mappiness.json",
        "https://mappiness.me/u/3kkqqqq.21f8861d6df137bb07d47c0fec31/mappiness.json",
        "https://mappiness.me/u/3kkq.21f8861d6df137bb07d47c0fec31",
        "https://mappiness.me/u/3kkq.21f8861d6df137bb07d47c0fec31/",
        "https://mappiness.me/u/3kkq.21f8861d6df137bb07d47c0fec31/mappiness.json#part",
        "https://user@mappiness.me/u/3kkq.21f8861d6df137bb07d47c0fec31/mappiness.json",
        "https://mappiness.me/u/3kkq.21f8861d6df137bb07d47c0fec31/u/3kkq.6641a7e8278bcd49e476e7acae15/mappiness.json",
        "https://mappiness.me/u/3kkq.21f8861d6df137bb07d47c0fec31/mappiness.json?x=u/3kkq.6641a7e8278bcd49e476e7acae15",
        "https://mappiness.me/xu/3kkq.6641a7e8278bcd49e476e7acae15/u/3kkq.21f8861d6df137bb07d47c0fec31/mappiness.json",
        "https://mappiness.me/?/u/3kkq.21f8861d6df137bb07d47c0fec31/mappiness.json"
      })
  void otherFormIsRefusedWithoutShowingIt(String url) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> MappinessLink.parse(url));
    assertEquals(
        "Expected a link, https://SERVER/u/xxx.xxxxxxxxxxxxxxxxxxxxxxxxxxxx/ENDPOINT, but found"
            + " another form. Use the link exactly as it was given.",
        e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mappiness.json",
        " https://mappiness.me/u/3kkq.21f8861d6df137bb07d47c0fec31/mappiness.json",
        "HTTPS://mappiness.me/u/3kkq.21f8861d6df137bb07d47c0fec31/mappiness.json",
        "https://Mappiness.me/u/3kkq.21f8861d6df137bb07d47c0fec31/mappiness.json",
        "https://mappiness.me:443/u/3kkq.21f8861d6df137bb07d47c0fec31/mappiness.json",
        "https://mappiness.me/x/../u/3kkq.21f8861d6df137bb07d47c0fec31/mappiness.json",
        "https://mappiness.me/u/3kkq.21f8861d6df137bb07d47c0fec31/mappiness.json?include=a b",
        "https://mappiness.me/u/3kkq.21f8861d6df137bb07d47c0fec31/mappiness.json?callback='",
        "ftp://mappiness.me/u/3kkq.21f8861d6df137bb07d47c0fec31/mappiness.json"
      })
  void textThatCouldNotBeSentUnchangedIsRefused(String url) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> MappinessLink.parse(url));
    assertEquals(
        "Expected a link, a URL in the form in which it would be sent, but found another text. Use"
            + " the link exactly as it was given.",
        e.getMessage());
    assertFalse(String.valueOf(e.getMessage()).contains("21f8861d"));
  }

  @Test
  void cleartextIsRefused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> MappinessLink.parse(HAPPY.replace("https", "http")));
    assertEquals(
        "Expected a link, https, but found another scheme. Links work over secure connections"
            + " only.",
        e.getMessage());
  }
}
