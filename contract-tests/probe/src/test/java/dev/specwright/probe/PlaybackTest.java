package dev.specwright.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import okhttp3.Headers;
import okio.ByteString;
import org.junit.jupiter.api.Test;

class PlaybackTest {
  private static final Document DOCUMENT = Setup.document(Api.MYSMARK);
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Path FILE = Setup.SPECS.resolve("mysmark/openapi.yaml");

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
    AnswerComparison comparison = new AnswerComparison(Api.MYSMARK, DOCUMENT);
    return new Playback(Api.MYSMARK, FILE, comparison, Set.of());
  }

  private static Traffic update(String type, String form) {
    Node answer = DOCUMENT.operation("updateObject").answer(200).orElseThrow();
    Object example = DocumentOperation.contents(answer).get(0).node().examples().get(0);
    return new Traffic(
        "updateObject",
        "POST",
        "/api/me/objects/ABC",
        Headers.of("Content-Type", type),
        ByteString.encodeUtf8(form),
        200,
        Headers.of("Content-Type", "application/json"),
        ByteString.encodeUtf8(new Values(Api.MYSMARK.description().moshi()).json(example)),
        true);
  }
}
