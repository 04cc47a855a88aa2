package dev.specwright.icommkt;

import java.util.AbstractList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How to order the rows of a list, for {@code orderBy} of generated options (sections Lista de
 * encuestas, Respuestas de una encuesta):
 *
 * <pre>{@code
 * ListCampaignsOptions.builder().orderBy(OrderBy.descending("created_at")).build()
 * // order_by[]=created_at,DESC
 * }</pre>
 *
 * <p>A list of the rules as they are sent, only because that is what generated options take. That
 * several rules may be sent, and then count in their order, is read off the parameter's name.
 */
public final class OrderBy extends AbstractList<String> {
  /** The document's assumption; the page gives no list of variables. */
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z0-9_.]+");

  private final List<String> rules;

  private OrderBy(List<String> rules) {
    this.rules = rules;
  }

  /**
   * Returns the rule to start with the smallest value.
   *
   * @throws IllegalArgumentException if the variable is not of letters, digits, {@code _} and
   *     {@code .}
   */
  public static OrderBy ascending(String variable) {
    return new OrderBy(List.of(rule(variable, "ASC")));
  }

  /**
   * Returns the rule to start with the greatest value.
   *
   * @throws IllegalArgumentException if the variable is not of letters, digits, {@code _} and
   *     {@code .}
   */
  public static OrderBy descending(String variable) {
    return new OrderBy(List.of(rule(variable, "DESC")));
  }

  /** Returns these rules and, for rows that are equal by them, one more. */
  public OrderBy thenAscending(String variable) {
    return with(rule(variable, "ASC"));
  }

  /** Returns these rules and, for rows that are equal by them, one more. */
  public OrderBy thenDescending(String variable) {
    return with(rule(variable, "DESC"));
  }

  private OrderBy with(String rule) {
    return new OrderBy(Stream.concat(rules.stream(), Stream.of(rule)).toList());
  }

  private static String rule(String variable, String direction) {
    if (VARIABLE.matcher(variable).matches()) return variable + "," + direction;
    throw new IllegalArgumentException(
        "Expected a variable of letters, digits, _ and . but found \""
            + variable
            + "\". Pass the name alone, such as created_at.");
  }

  @Override
  public String get(int index) {
    return rules.get(index);
  }

  @Override
  public int size() {
    return rules.size();
  }
}
