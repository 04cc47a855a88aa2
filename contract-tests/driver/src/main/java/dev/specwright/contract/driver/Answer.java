package dev.specwright.contract.driver;

import java.util.Optional;

/**
 * A documented answer, of one media type.
 *
 * @param status the key in the document: a status, a range such as {@code 4XX}, or {@code default}
 * @param content the body, if there is one
 */
public record Answer(String status, Optional<Content> content) {
  /** What stands for the media type of a body that is not there. */
  public static final String NO_BODY = "-";

  /** Whether callers get a value. */
  public boolean isSuccess() {
    return status.startsWith("2");
  }

  /** Returns the media type, or {@link #NO_BODY}. */
  public String mediaType() {
    return content.map(Content::mediaType).orElse(NO_BODY);
  }
}
