package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The annotation that says how to get the next page: {@code x-pagination}. */
final class PageAnnotation {
  private static final BigDecimal LEAST = BigDecimal.valueOf(Integer.MIN_VALUE);
  private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

  private final OpenAPI document;
  private final OperationFacts operation;
  private final String place;
  private final StringBuilder text = new StringBuilder("@ApiOperation.Pagination(style = ");

  private PageAnnotation(OpenAPI document, OperationFacts operation) {
    this.document = document;
    this.operation = operation;
    this.place = operation.place + "." + Extensions.PAGINATION;
  }

  /** Returns the annotation for what the document says in {@code page}. */
  static String of(OpenAPI document, OperationFacts operation, Map<?, ?> page) {
    return new PageAnnotation(document, operation).of(page);
  }

  private String of(Map<?, ?> page) {
    text.append("ApiOperation.Pagination.Style.").append(style(page.get("style")));
    String parameter = String.valueOf(page.get("parameter"));
    queryParameter(parameter);
    text.append(", parameter = ").append(Names.literal(parameter));
    boolean limited = page.get("limit") != null && limit(page.get("limit").toString());
    if (page.get("size") != null) text.append(", size = ").append(page.get("size"));
    // Without a maximum, a page may be short because the service gives no more at once.
    if (page.get("size") != null || limited) text.append(", shortPageIsLast = true");
    return text.append(")").toString();
  }

  private String style(@Nullable Object style) {
    return switch (String.valueOf(style)) {
      case "offset" -> "OFFSET";
      case "cursor" -> "CURSOR";
      default ->
          throw new UnsupportedDocumentException(
              place, "has style " + style + ".", "Use offset or cursor.");
    };
  }

  /** Returns whether the document says how many rows a page can have at most. */
  private boolean limit(String name) {
    Parameter parameter = queryParameter(name);
    text.append(", limit = ").append(Names.literal(name));
    BigDecimal least = LEAST;
    BigDecimal most = MOST;
    for (Schema<?> part : ObjectParts.of(document, parameter.getSchema()).all()) {
      if (part.getMinimum() != null) {
        least = least.max(whole(part.getMinimum(), part.getExclusiveMinimum(), 1));
      }
      if (part.getMaximum() != null) {
        most = most.min(whole(part.getMaximum(), part.getExclusiveMaximum(), -1));
      }
    }
    if (least.compareTo(LEAST) > 0) text.append(", least = ").append(least.toPlainString());
    if (most.compareTo(MOST) < 0) text.append(", most = ").append(most.toPlainString());
    return most.compareTo(MOST) < 0;
  }

  /** The first whole number inside of a limit. */
  private static BigDecimal whole(BigDecimal limit, @Nullable Boolean exclusive, int inwards) {
    BigDecimal whole = limit.setScale(0, inwards > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR);
    boolean next = Boolean.TRUE.equals(exclusive) && whole.compareTo(limit) == 0;
    return next ? whole.add(BigDecimal.valueOf(inwards)) : whole;
  }

  private Parameter queryParameter(String name) {
    if (operation.operation.getParameters() != null) {
      for (Parameter parameter : operation.operation.getParameters()) {
        if ("query".equals(parameter.getIn()) && name.equals(parameter.getName())) return parameter;
      }
    }
    throw new UnsupportedDocumentException(
        place,
        "names \"" + name + "\", which is no query parameter of the operation.",
        "Name one.");
  }
}
