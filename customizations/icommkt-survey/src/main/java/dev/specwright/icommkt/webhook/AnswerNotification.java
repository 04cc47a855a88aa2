package dev.specwright.icommkt.webhook;

import com.squareup.moshi.JsonDataException;
import dev.specwright.icommkt.api.ApiDocument;
import dev.specwright.icommkt.model.Answer;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The news that somebody answered a survey, as it came in a webhook call whose signature is good.
 *
 * <p>The vendor's page promises "all the information obtained in the answer of a user" and shows no
 * body, so nothing is promised here but that it is a JSON object.
 */
public final class AnswerNotification {
  private final Instant signedAt;
  private final Map<String, @Nullable Object> members;

  AnswerNotification(Instant signedAt, Map<String, @Nullable Object> members) {
    this.signedAt = signedAt;
    this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /** When the service signed the call, to the second. */
  public Instant signedAt() {
    return signedAt;
  }

  /** The body, as maps, lists, texts, numbers and booleans, in the order in which it came. */
  public Map<String, @Nullable Object> members() {
    return members;
  }

  /**
   * Returns the body as the answer that the API's list of answers would have: an inference, since
   * the page shows neither.
   *
   * @throws IllegalStateException if a member that {@link Answer} knows has another type
   */
  public Answer answer() {
    try {
      Answer answer = ApiDocument.DESCRIPTION.moshi().adapter(Answer.class).fromJsonValue(members);
      return Objects.requireNonNull(answer);
    } catch (JsonDataException e) {
      // Without the cause, whose message quotes what a respondent wrote.
      throw new IllegalStateException(
          "Expected the members of an Answer but found one of another type. The vendor's page shows"
              + " no body; read it with members().");
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AnswerNotification that
        && signedAt.equals(that.signedAt)
        && members.equals(that.members);
  }

  @Override
  public int hashCode() {
    return 31 * signedAt.hashCode() + members.hashCode();
  }

  /** Shows the names of the members only; the values are what a respondent wrote. */
  @Override
  public String toString() {
    return "AnswerNotification[signedAt=" + signedAt + ", members=" + members.keySet() + "]";
  }
}
