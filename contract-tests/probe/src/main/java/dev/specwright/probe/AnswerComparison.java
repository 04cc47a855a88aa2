package dev.specwright.probe;

import dev.specwright.contract.driver.Answer;
import dev.specwright.contract.driver.Content;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.MediaType;

/** Compares recorded answers with the document: status, media type and the fields of JSON. */
final class AnswerComparison {
  private final Api api;

  AnswerComparison(Api api) {
    this.api = api;
  }

  /** Returns where an answer is another than the document has it. */
  Set<Difference> differences(Traffic traffic) {
    Set<Difference> differences = new TreeSet<>();
    String operation = traffic.operation();
    if (answers(traffic).isEmpty()) {
      String text = "status " + traffic.status() + " is not in the document";
      return Set.of(new Difference(operation, Difference.Kind.STATUS, text));
    }
    if (contents(traffic).isEmpty()) return differences;
    if (documented(traffic).isEmpty()) {
      differences.add(new Difference(operation, Difference.Kind.ANSWER, unknownType(traffic)));
    }
    if (!traffic.complete()) {
      String text = "too long to be compared";
      differences.add(new Difference(operation, Difference.Kind.ANSWER, text));
      return differences;
    }
    Optional<Content> json = json(traffic);
    if (json.isPresent()) {
      JsonBody body = JsonBody.of(api, traffic);
      if (body.isValid()) {
        differences.addAll(AnswerCheck.differences(operation, json.get().schema(), body.value()));
      } else {
        String text = "the answer is no JSON";
        differences.add(new Difference(operation, Difference.Kind.ANSWER, text));
      }
    }
    return differences;
  }

  /**
   * Returns the JSON of the document that an answer has to be: that of its media type, or the only
   * one if the document does not have its media type.
   */
  Optional<Content> json(Traffic traffic) {
    Optional<Content> documented = documented(traffic);
    if (documented.isPresent()) return documented.filter(Content::isJson);
    return contents(traffic).stream().filter(Content::isJson).findFirst();
  }

  /** Returns what the document says of the answer's media type. */
  private Optional<Content> documented(Traffic traffic) {
    return contents(traffic).stream()
        .filter(each -> mediaType(each).equals(traffic.answerType()))
        .findFirst();
  }

  private List<Content> contents(Traffic traffic) {
    return answers(traffic).stream().flatMap(each -> each.content().stream()).toList();
  }

  private List<Answer> answers(Traffic traffic) {
    return api.document().operation(traffic.operation()).answers(traffic.status());
  }

  private static String mediaType(Content content) {
    MediaType type = MediaType.get(content.mediaType());
    return type.type() + "/" + type.subtype();
  }

  private static String unknownType(Traffic traffic) {
    String header = traffic.answerHeaders().get("Content-Type");
    if (header == null) return "no Content-Type";
    String type = traffic.answerType();
    return type.isEmpty()
        ? "Content-Type \"" + header + "\" is malformed"
        : "media type " + type + " is not in the document";
  }
}
