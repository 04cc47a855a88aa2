package dev.specwright.tour;

import dev.specwright.prism.PrismServer;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Starts a mock for each document and goes through its API with the client. */
public final class Tour {
  /** One API of the tour. */
  private interface Chapter {
    void visit(Guide guide, String server);
  }

  private Tour() {}

  /** Takes the folder with the documents for Prism; exits with 1 if a step fails. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path documents = Path.of(arguments[0]);
    Guide guide = new Guide(out);
    try {
      visit(guide, documents, "mysmark", MysmarkChapter::visit);
      visit(guide, documents, "smartq", SmartqChapter::visit);
      visit(guide, documents, "mappiness", MappinessChapter::visit);
      visit(guide, documents, "icommkt-survey", IcommktSurveyChapter::visit);
      out.printf("%nThe tour took %d steps; all of them worked.%n", guide.steps());
    } catch (Guide.StepFailedException e) {
      e.printStackTrace(out);
      out.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void visit(Guide guide, Path documents, String api, Chapter chapter) {
    try (PrismServer prism = PrismServer.mock(documents.resolve(api + ".yaml")).start()) {
      guide.chapter(api, prism.baseUrl());
      chapter.visit(guide, prism.baseUrl().toString());
    }
  }
}
