package dev.specwright.icommkt.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.icommkt.api.ApiDocument;
import dev.specwright.icommkt.model.Answer;
import dev.specwright.icommkt.webhook.WebhookException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class WebhookTest {
  /** The timestamp of the page's example. */
  private static final Instant THEN = Instant.ofEpochSecond(1539794213);

  private static final byte[] BODY =
      ("{\"created_at\":\"2025-01-10T09:56:27-0300\",\"participant\":{},"
              + "\"hiddenfields\":{\"branch\":\"12\"},\"questions\":[{}]}")
          .getBytes(UTF_8);

  /** printf '%s' "1539794213.$BODY" | openssl dgst -sha256 -hmac test-secret-one -r. */
  private static final String SIGNATURE =
      "70ac123afa47b3be21bc25159bfc1ab4342fd6eb471c0dfc6aeab70eba4c379d";

  private static final String HEADER = "t=1539794213,v1=" + SIGNATURE;

  private static WebhookVerifier.Builder settings(Instant now) {
    return WebhookVerifier.builder()
        .secret("test-secret-one")
        .clock(Clock.fixed(now, ZoneOffset.UTC));
  }

  private static WebhookException refusal(
      WebhookVerifier verifier, @Nullable String header, byte[] body) {
    return assertThrows(WebhookException.class, () -> verifier.verify(header, body));
  }

  // ---- the published vectors

  @TestFactory
  Stream<DynamicTest> vectors() throws IOException {
    return ((List<?>) requireNonNull(document().get("vectors")))
        .stream()
            .map(vector -> (Map<?, ?>) vector)
            .map(
                vector ->
                    DynamicTest.dynamicTest("" + vector.get("name"), () -> assertHolds(vector)));
  }

  @Test
  void vectorsCoverEveryReasonThatOneCallCanHave() throws IOException {
    Set<String> expected =
        ((List<?>) requireNonNull(document().get("vectors")))
            .stream()
                .map(vector -> "" + ((Map<?, ?>) vector).get("expect"))
                .collect(Collectors.toSet());
    Set<String> reasons =
        Arrays.stream(Reason.values()).map(Reason::name).collect(Collectors.toSet());
    reasons.removeAll(Set.of(Reason.REPEATED.name(), Reason.UNFINISHED.name()));
    reasons.add("ok");
    assertEquals(reasons, expected);
  }

  private static void assertHolds(Map<?, ?> vector) {
    Instant now = Instant.ofEpochSecond((Long) requireNonNull(vector.get("now")));
    WebhookVerifier.Builder settings =
        WebhookVerifier.builder().clock(Clock.fixed(now, ZoneOffset.UTC));
    for (Object secret : (List<?>) requireNonNull(vector.get("secrets"))) {
      settings.secret("" + secret);
    }
    String result;
    try {
      settings
          .build()
          .verify(
              (String) vector.get("header"),
              ((String) requireNonNull(vector.get("body"))).getBytes(UTF_8));
      result = "ok";
    } catch (WebhookException e) {
      result = e.reason().name();
    }
    assertEquals(vector.get("expect"), result);
  }

  /** The very file that partners get. */
  private static Map<?, ?> document() throws IOException {
    String text = Files.readString(Path.of("../../specs/icommkt-survey/webhook-vectors.json"));
    return (Map<?, ?>)
        requireNonNull(ApiDocument.DESCRIPTION.moshi().adapter(Object.class).fromJson(text));
  }

  // ---- what a good call says

  @Test
  void tellsWhatTheCallSays() {
    AnswerNotification news = settings(THEN).build().verify(HEADER, BODY);
    assertEquals(THEN, news.signedAt());
    assertEquals(
        List.of("created_at", "participant", "hiddenfields", "questions"),
        new ArrayList<>(news.members().keySet()));
    Answer answer = news.answer();
    assertEquals("2025-01-10T09:56:27-0300", answer.createdAt());
    assertEquals(Collections.singletonMap("branch", "12"), answer.hiddenfields());
  }

  @Test
  void keepsMembersOfAnyShape() {
    AnswerNotification news = verified("{\"id\":12345678901234567,\"x\":[null,true,0.10]}");
    assertEquals(12345678901234567L, news.members().get("id"));
    assertEquals("[null, true, 0.10]", "" + news.members().get("x"));
    assertNull(news.answer().createdAt());
    assertEquals(news.members(), news.answer().additionalProperties());
  }

  @Test
  void staysReadableWhenTheBodyIsNotAnAnswer() {
    AnswerNotification news = verified("{\"participant\":[\"Ana\"]}");
    assertEquals(List.of("Ana"), news.members().get("participant"));
    IllegalStateException failed = assertThrows(IllegalStateException.class, news::answer);
    assertEquals(
        "Expected the members of an Answer but found one of another type. The vendor's page shows"
            + " no body; read it with members().",
        failed.getMessage());
  }

  @Test
  void newsAreValuesThatDoNotShowWhatARespondentWrote() {
    AnswerNotification news = verified("{\"participant\":{\"name\":\"Ana\"}}");
    assertEquals(news, verified("{\"participant\":{\"name\":\"Ana\"}}"));
    assertEquals(news.hashCode(), verified("{\"participant\":{\"name\":\"Ana\"}}").hashCode());
    assertNotEquals(news, verified("{\"participant\":{\"name\":\"Eva\"}}"));
    assertEquals(
        "AnswerNotification[signedAt=2018-10-17T16:36:53Z, members=[participant]]",
        news.toString());
  }

  @Test
  void byteOrderMarkIsSignedButNoPartOfTheJson() {
    AnswerNotification news = verified("\uFEFF{\"participant\":{}}");
    assertEquals(Set.of("participant"), news.members().keySet());
  }

  @Test
  void takesANumberTooLargeForJavaForABadBody() {
    byte[] body = "{\"n\":1e99999999999}".getBytes(UTF_8);
    String header = new WebhookSigner("test-secret-one").sign(THEN, body);
    assertEquals(Reason.MALFORMED_BODY, refusal(settings(THEN).build(), header, body).reason());
  }

  private static AnswerNotification verified(String json) {
    byte[] body = json.getBytes(UTF_8);
    return settings(THEN)
        .build()
        .verify(new WebhookSigner("test-secret-one").sign(THEN, body), body);
  }

  // ---- the wording of each refusal

  @Test
  void tellsAMissingHeader() {
    assertEquals(
        "Expected the header SK-Signature but the call has none. Signed calls always have it.",
        refusal(settings(THEN).build(), null, BODY).getMessage());
  }

  @Test
  void tellsWhatIsWrongWithAHeader() {
    WebhookVerifier verifier = settings(THEN).build();
    Map<String, String> found =
        Map.of(
            "v1=" + SIGNATURE, "no timestamp",
            HEADER + ",t=1", "two timestamps",
            "t=1.5,v1=" + SIGNATURE, "a timestamp that is no number",
            "t=1539794213,v2=" + SIGNATURE, "no signature of scheme v1",
            "t=1539794213," + SIGNATURE, "a part that is not NAME=VALUE",
            HEADER + ",", "a part that is not NAME=VALUE");
    found.forEach(
        (header, what) -> {
          WebhookException refused = refusal(verifier, header, BODY);
          assertEquals(Reason.MALFORMED_HEADER, refused.reason());
          assertEquals(
              "Expected the header SK-Signature as t=SECONDS,v1=HEX but found "
                  + what
                  + ". Pass the header's value as it came, on one line.",
              refused.getMessage());
        });
  }

  @Test
  void tellsAMismatch() {
    byte[] changed = BODY.clone();
    changed[BODY.length - 1] = ' ';
    assertEquals(
        "Expected a signature made with the secret over this body but found none. Pass the raw"
            + " bytes of the body and the secret of this webhook; if both are right, the signed"
            + " string is not what this library assumes, see builder().signedString(...).",
        refusal(settings(THEN).build(), HEADER, changed).getMessage());
    assertEquals(
        "Expected a signature made with one of 2 secrets over this body but found none. Pass the"
            + " raw bytes of the body and the secret of this webhook; if both are right, the signed"
            + " string is not what this library assumes, see builder().signedString(...).",
        refusal(settings(THEN).secret("test-secret-two").build(), HEADER, changed).getMessage());
  }

  @Test
  void tellsAnOldAndANewTimestampApart() {
    WebhookException old =
        refusal(settings(THEN.plus(Duration.ofMinutes(5)).plusMillis(1)).build(), HEADER, BODY);
    assertEquals(Reason.TOO_OLD, old.reason());
    assertEquals(
        "Expected a timestamp at most PT5M in the past but found one PT5M0.001S in the past. The"
            + " call may be a replay; set builder().tolerance(...) if it was only slow.",
        old.getMessage());
    WebhookException early =
        refusal(settings(THEN.minus(Duration.ofMinutes(5)).minusMillis(1)).build(), HEADER, BODY);
    assertEquals(Reason.TOO_NEW, early.reason());
    assertEquals(
        "Expected a timestamp at most PT5M in the future but found one PT5M0.001S in the future."
            + " Check the clock of this machine.",
        early.getMessage());
  }

  @Test
  void tellsABodyThatIsNoObject() {
    byte[] body = "[]".getBytes(UTF_8);
    WebhookException refused =
        refusal(
            settings(THEN).build(), new WebhookSigner("test-secret-one").sign(THEN, body), body);
    assertEquals(
        "Expected a JSON object as the body but found something else. The signature is good, so"
            + " the service sends what its page does not describe.",
        refused.getMessage());
    assertNull(refused.getCause());
  }

  // ---- settings

  @Test
  void toleranceCanBeChosen() {
    Instant later = THEN.plusSeconds(3600);
    WebhookVerifier patient = settings(later).tolerance(Duration.ofHours(1)).build();
    assertEquals(THEN, patient.verify(HEADER, BODY).signedAt());
    assertEquals(
        Reason.TOO_OLD,
        refusal(settings(later.plusMillis(1)).tolerance(Duration.ofHours(1)).build(), HEADER, BODY)
            .reason());
    WebhookVerifier strict = settings(THEN).tolerance(Duration.ZERO).build();
    assertEquals(THEN, strict.verify(HEADER, BODY).signedAt());
    assertEquals(
        "Expected a tolerance of zero or more but found PT-1S.",
        assertThrows(
                IllegalArgumentException.class,
                () -> WebhookVerifier.builder().tolerance(Duration.ofSeconds(-1)))
            .getMessage());
  }

  @Test
  void signedStringCanBeChosen() {
    SignedString bodyOnly = (timestamp, body) -> body;
    String header = new WebhookSigner("test-secret-one", bodyOnly).sign(THEN, BODY);
    // printf '%s' "$BODY" | openssl dgst -sha256 -hmac test-secret-one -r
    assertEquals(
        "t=1539794213,v1=0907cc14404f735293cd63e800ef74ce68c430ae76ad73a0d3acb23093e2eb2d", header);
    assertEquals(
        THEN, settings(THEN).signedString(bodyOnly).build().verify(header, BODY).signedAt());
    assertEquals(Reason.MISMATCH, refusal(settings(THEN).build(), header, BODY).reason());
  }

  @Test
  void signerSignsAsOpensslDoes() {
    assertEquals(HEADER, new WebhookSigner("test-secret-one").sign(THEN.plusMillis(999), BODY));
  }

  @Test
  void refusesToVerifyOrSignWithoutSecret() {
    assertEquals(
        "Expected the secret of a webhook but none was set. Set it with builder().secret(...).",
        assertThrows(IllegalArgumentException.class, () -> WebhookVerifier.builder().build())
            .getMessage());
    String blank =
        "Expected the secret of a webhook but it was blank. It stands in the panel of your"
            + " webhooks.";
    assertEquals(
        blank,
        assertThrows(IllegalArgumentException.class, () -> WebhookVerifier.builder().secret(" "))
            .getMessage());
    assertEquals(
        blank,
        assertThrows(IllegalArgumentException.class, () -> new WebhookSigner("")).getMessage());
  }

  @Test
  void refusalsShowNeitherSecretNorSignatureNorBody() {
    WebhookVerifier verifier = settings(THEN.plusSeconds(301)).build();
    List<String> shown = new ArrayList<>();
    for (String header :
        List.of(HEADER, HEADER + "," + SIGNATURE, HEADER.replace("70ac", "70ad"))) {
      shown.add(refusal(verifier, header, BODY).toString());
    }
    for (String text : shown) {
      assertFalse(text.contains("test-secret"), text);
      assertFalse(text.contains("123afa47"), text);
      assertFalse(text.contains("branch"), text);
    }
  }
}
