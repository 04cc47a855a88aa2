package dev.specwright.mappiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.core.AuthenticationException;
import dev.specwright.core.BadAnswerException;
import dev.specwright.core.NotFoundException;
import dev.specwright.core.PermissionException;
import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiException;
import java.util.List;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
  private static final String PAGE =
      "<!DOCTYPE html><html><head><title>Error</title></head><body>Error</body></html>";

  private FakeMappiness fake;
  private Mappiness mappiness;

  @BeforeEach
  void start() throws Exception {
    fake = new FakeMappiness();
    mappiness = fake.client();
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private List<ApiCall<ResponseBody>> rawCalls() {
    OpenedLink csv = mappiness.open(fake.link(FakeMappiness.HAPPY, "mappiness.csv"));
    OpenedLink photo = mappiness.open(fake.link(FakeMappiness.PHOTO_3, "private_photos/3.jpg"));
    return List.of(
        mappiness.exports().exportResponsesCsv(),
        mappiness.exports().exportResponsesXls(),
        mappiness.exports().getPhoto(3),
        csv.csv(),
        photo.photo(),
        mappiness.signatures().signResponsesJsonp("receiveURL"));
  }

  @Test
  void pageInPlaceOfDataIsARefusalEvenWithStatus200() {
    for (ApiCall<ResponseBody> call : rawCalls()) {
      fake.answer("text/html; charset=utf-8", PAGE);
      AuthenticationException e = assertThrows(AuthenticationException.class, call::fetch);
      assertEquals("bad_secret", e.code());
      assertEquals(401, e.status());
    }
  }

  @Test
  void messageOfTheRefusal() {
    fake.answer("text/html", PAGE);
    ApiException e =
        assertThrows(ApiException.class, () -> mappiness.exports().exportResponsesCsv().fetch());
    assertEquals(
        "exportResponsesCsv: GET "
            + fake.url("██/mappiness.csv")
            + " was refused with status 401: bad_secret",
        e.getMessage());
  }

  @Test
  void pageWithoutTypeIsRecognized() {
    for (String page : List.of(PAGE, "\uFEFF" + PAGE, "\n\n<HTML>", "<html lang=\"en\">")) {
      fake.answer(200, null, page);
      assertThrows(AuthenticationException.class, () -> mappiness.exports().getPhoto(3).fetch());
    }
  }

  @Test
  void pageThatIsLabelledAsDataIsRecognized() {
    for (String type : List.of("application/vnd.ms-excel", "text/csv", "image/jpeg")) {
      for (ApiCall<ResponseBody> call : rawCalls()) {
        fake.answer(type, PAGE);
        assertThrows(AuthenticationException.class, call::fetch);
      }
    }
  }

  @Test
  void pageWithAnErrorStatusKeepsIt() {
    fake.answer(401, "text/html", PAGE).answer(403, "text/html", PAGE);
    fake.answer(404, "text/html", PAGE);
    assertThrows(
        AuthenticationException.class, () -> mappiness.exports().exportResponsesCsv().fetch());
    assertThrows(PermissionException.class, () -> mappiness.exports().exportResponsesXls().fetch());
    assertThrows(NotFoundException.class, () -> mappiness.exports().getPhoto(99).fetch());
  }

  @Test
  void pageInPlaceOfJsonIsABadAnswerSinceThePageSaysThatThereIsNone() {
    fake.answer("text/html", PAGE);
    assertThrows(BadAnswerException.class, () -> mappiness.exports().listResponses().fetch());
  }

  @Test
  void dataOfAnyOtherTypeIsHandedOver() throws Exception {
    for (String type : new String[] {"text/csv", "text/plain", "application/octet-stream", null}) {
      fake.answer(200, type, "happy\n");
      try (ResponseBody body = mappiness.exports().exportResponsesCsv().fetch()) {
        assertEquals("happy\n", body.string());
      }
    }
  }
}
