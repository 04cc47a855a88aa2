package dev.specwright.icommkt;

import dev.specwright.icommkt.model.AnswerScope;
import dev.specwright.icommkt.model.AnswerWhere;
import dev.specwright.icommkt.model.CampaignScope;
import dev.specwright.icommkt.model.CampaignWhere;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A rule to filter a list, for {@code where} of generated options (sections Lista de encuestas,
 * Respuestas de una encuesta):
 *
 * <pre>{@code
 * ListCampaignsOptions.builder()
 *     .where(List.of(Where.of("created_at", "<=", "2025-01-10T09:56:27-0300").forCampaigns()))
 *     .build()
 * // where[]={"type":"default","var":"created_at","operator":"<=","val":"2025-01-10T09:56:27-0300"}
 * }</pre>
 *
 * <p>Operators are {@code =}, {@code <}, {@code >}, {@code <=}, {@code >=}, {@code IS}, {@code IS
 * NOT}, "etc."; the page's list is open, so any is sent. A value can be a text, a number, a boolean
 * or null. An {@link OffsetDateTime}, {@link ZonedDateTime} or {@link Instant} is sent in the form
 * of the page's example, to the second. How several rules combine is not said.
 */
public final class Where {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx", Locale.ROOT);

  private final String variable;
  private final String operator;
  private final @Nullable Object value;

  private Where(String variable, String operator, @Nullable Object value) {
    this.variable = require(variable, "a variable", "such as created_at");
    this.operator = require(operator, "an operator", "such as = or <=");
    this.value = wire(value);
  }

  /**
   * Returns a rule for a variable of the survey or of the answer itself (scope {@code default}).
   *
   * @throws IllegalArgumentException if the variable or the operator is blank
   */
  public static Where of(String variable, String operator, @Nullable Object value) {
    return new Where(variable, operator, value);
  }

  /**
   * Returns a rule for a hidden field of an answer (scope {@code hiddenfields}).
   *
   * @throws IllegalArgumentException if the name or the operator is blank
   */
  public static AnswerWhere hiddenField(String name, String operator, @Nullable Object value) {
    return new Where(name, operator, value).forAnswers(AnswerScope.HIDDENFIELDS);
  }

  /**
   * Returns a rule for data of the respondent (scope {@code participant}).
   *
   * @throws IllegalArgumentException if the variable or the operator is blank
   */
  public static AnswerWhere participant(String variable, String operator, @Nullable Object value) {
    return new Where(variable, operator, value).forAnswers(AnswerScope.PARTICIPANT);
  }

  /** Returns this rule for the list of surveys. */
  public CampaignWhere forCampaigns() {
    return CampaignWhere.builder()
        .type(CampaignScope.DEFAULT)
        .var(variable)
        .operator(operator)
        .val(value)
        .build();
  }

  /** Returns this rule for the list of answers. */
  public AnswerWhere forAnswers() {
    return forAnswers(AnswerScope.DEFAULT);
  }

  private AnswerWhere forAnswers(AnswerScope scope) {
    return AnswerWhere.builder().type(scope).var(variable).operator(operator).val(value).build();
  }

  private static @Nullable Object wire(@Nullable Object value) {
    if (value instanceof OffsetDateTime time) return TIME.format(time);
    if (value instanceof ZonedDateTime time) return TIME.format(time);
    if (value instanceof Instant time) return TIME.format(time.atOffset(ZoneOffset.UTC));
    return value;
  }

  private static String require(String value, String what, String example) {
    if (!value.isBlank()) return value;
    throw new IllegalArgumentException(
        "Expected " + what + " but it was blank. Pass one " + example + ".");
  }
}
