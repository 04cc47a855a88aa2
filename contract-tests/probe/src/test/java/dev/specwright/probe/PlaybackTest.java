package dev.specwright.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.specwright.contract.driver.Content;
import dev.specwright.contract.driver.Json;
import java.util.List;
import java.util.Set;
import okhttp3.Headers;
import okio.ByteString;
import org.junit.jupiter.api.Test;

class PlaybackTest {
  private static final Api API = Setup.api("mysmark");
  private static final String FORM = "application/x-www-form-urlencoded";

  @Test
  void jsonTextInAFormIsLookedAt() {
    Playback playback = playback();

    playback.play(List.of(update(FORM, "name=1&oauth_token=token")));

    assertEquals(
        Set.of(
            new Difference(
                "updateObject",
                Difference.Kind.REQUEST,
                "Request body property name must be string")),
        playback.differences());
    assertEquals(List.of(), playback.remarks());
  }

  private static Playback playback() {
    return new Playback(API, new AnswerComparison(API), Set.of());
  }

  private static Traffic update(String type, String form) {
    Content answer =
        API.document().operation("updateObject").answers(200).get(0).content().orElseThrow();
    return new Traffic(
        "updateObject",
        "POST",
        "/api/me/objects/ABC",
        Headers.of("Content-Type", type),
        ByteString.encodeUtf8(form),
        200,
        Headers.of("Content-Type", "application/json"),
        ByteString.encodeUtf8(Json.text(answer.example())),
        true);
  }
}
