package dev.specwright.tour;

import dev.specwright.mysmark.MySmark;
import dev.specwright.mysmark.model.Gender;
import dev.specwright.mysmark.model.ObjectCreation;
import dev.specwright.mysmark.model.StepAssignment;
import dev.specwright.mysmark.model.StepReference;
import dev.specwright.mysmark.model.Transaction;
import dev.specwright.mysmark.model.TransactionCreation;
import dev.specwright.mysmark.model.UserRegistration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** MySmark: an object with its steps and smarks, and a linked user. */
final class MysmarkChapter {
  private static final String USER = "100";

  private MysmarkChapter() {}

  static void visit(Guide guide, String server) {
    try (MySmark mysmark =
        MySmark.builder()
            .server(server)
            .clientId("fake-client-id")
            .clientSecret("fake-client-secret")
            .httpClient(MockPages.of("/smarks", "page", "firstPage", "lastPage"))
            .log(guide::request)
            .build()) {
      String me = mysmark.owner();
      guide.step(
          "Get an access token (with the first call) and read the account",
          () -> mysmark.accounts().getAccount(me).fetch());
      String object =
          guide.step(
              "Create an object",
              () ->
                  MySmark.idOf(
                      mysmark
                          .objects()
                          .createObject(
                              me,
                              ObjectCreation.builder()
                                  .name("Web Summit 2015")
                                  .category("conference")
                                  .singleVote(false)
                                  .expires(Instant.ofEpochSecond(1446768000))
                                  .build())
                          .fetch()));
      guide.step(
          "Set its steps", () -> mysmark.objects().setObjectSteps(me, object, steps()).fetch());
      guide.step(
          "Read its smarks, page by page", () -> mysmark.allObjectSmarks(object).stream().toList());
      guide.step("Register a user", () -> mysmark.users().registerUser(me, USER, user()).fetch());
      Transaction transaction =
          guide.step(
              "Get a transaction for the user",
              () -> mysmark.users().createUserTransaction(me, USER, parameters()).fetch());
      guide.step(
          "Make the embed link that signs the user in (its hash works once: here it is cut off)",
          () ->
              MySmark.embedUrl(object, transaction.hash())
                  .toString()
                  .replaceAll("(user_signon=)..*", "$1██"));
    }
  }

  private static StepAssignment steps() {
    return StepAssignment.builder()
        .steps(
            List.of(
                StepReference.builder().stepId("54b7c1d2e3f4a5b6c7d8e901").build(),
                StepReference.builder().stepId("54b7c1d2e3f4a5b6c7d8e902").build()))
        .build();
  }

  private static UserRegistration user() {
    return UserRegistration.builder()
        .name("Name Surname")
        .email("name.surname@example.com")
        .gender(Gender.M)
        .birthdate(LocalDate.of(1964, 2, 18))
        .country("IE")
        .build();
  }

  private static TransactionCreation parameters() {
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
    parameters.put("param1", "string");
    parameters.put("param2", false);
    parameters.put("somethingelse", 145);
    return TransactionCreation.builder().params(parameters).build();
  }
}
