package dev.specwright.impact;

import static dev.specwright.impact.Step.MAJOR;
import static dev.specwright.impact.Step.MINOR;
import static dev.specwright.impact.Step.NONE;
import static dev.specwright.impact.Step.PATCH;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Edits of the real documents: what each costs partners and Java users, and what these are told.
 */
class EditsTest {
  private static final Path SPECS =
      Path.of(System.getProperty("basedir", "contract-tests/impact"), "../../specs")
          .toAbsolutePath()
          .normalize();

  private static final Version LAST = new Version(2, 3, 4);

  private static Path folder;
  private static Impact impact;
  private static final Map<String, Release> RELEASES = new TreeMap<>();

  @BeforeAll
  static void thereIsNoJavaRelease(@TempDir Path empty) {
    folder = empty;
    impact = impact(null, new TreeMap<>());
  }

  private static Impact impact(@Nullable Release release, SortedMap<String, Path> published) {
    return new Impact(new Documents(SPECS), new Gate(SPECS), release, published, folder);
  }

  /**
   * An edit and what follows.
   *
   * @param wire the part of the document's version that has to rise
   * @param java the part of the version of the Java modules that has to rise
   * @param duties what a Java user must change
   */
  record Edit(
      String name,
      String api,
      Consumer<EditedDocument> edit,
      Step wire,
      Step java,
      List<String> duties) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Edit> EDITS = new ArrayList<>();

  private static void survey(
      String name, Step wire, Step java, List<String> duties, Consumer<EditedDocument> edit) {
    EDITS.add(new Edit(name, "icommkt-survey", edit, wire, java, duties));
  }

  private static void smartq(
      String name, Step wire, Step java, List<String> duties, Consumer<EditedDocument> edit) {
    EDITS.add(new Edit(name, "smartq", edit, wire, java, duties));
  }

  private static void mappiness(
      String name, Step wire, Step java, List<String> duties, Consumer<EditedDocument> edit) {
    EDITS.add(new Edit(name, "mappiness", edit, wire, java, duties));
  }

  private static void mysmark(
      String name, Step wire, Step java, List<String> duties, Consumer<EditedDocument> edit) {
    EDITS.add(new Edit(name, "mysmark", edit, wire, java, duties));
  }

  static {
    survey("nothing but the way of writing", NONE, NONE, List.of(), document -> {});
    survey(
        "description",
        PATCH,
        PATCH,
        List.of(),
        document -> operation(document, "question").put("description", "Returns a question."));

    survey(
        "optional parameter added",
        MINOR,
        MINOR,
        List.of(),
        document -> addParameter(document, "campaign/answers", "language", false));
    survey(
        "first optional parameter added",
        MINOR,
        MINOR,
        List.of(),
        document -> addParameter(document, "question", "language", false));
    survey(
        "required parameter added",
        MAJOR,
        MAJOR,
        List.of(
            "`AnswersApi.listAnswers(String campaignUrl)` is"
                + " `AnswersApi.listAnswers(String campaignUrl, String language)` now:"
                + " pass `String language`",
            "`AnswersApi.listAnswers(String campaignUrl, AnswersApi.ListAnswersOptions options)` is"
                + " `AnswersApi.listAnswers(String campaignUrl, String language,"
                + " AnswersApi.ListAnswersOptions options)` now: pass `String language`"),
        document -> addParameter(document, "campaign/answers", "language", true));
    survey(
        "limit of a parameter lowered",
        MAJOR,
        MINOR,
        List.of(),
        document -> schemaOf(document.at("components", "parameters", "Limit")).put("maximum", 50));

    survey(
        "operation added",
        MINOR,
        MINOR,
        List.of(),
        document -> {
          Map<String, Object> copy = new LinkedHashMap<>(operation(document, "question"));
          copy.put("operationId", "getOldQuestion");
          document.at("paths").put("/v0.9/question", new LinkedHashMap<>(Map.of("get", copy)));
        });
    survey(
        "operation removed",
        MAJOR,
        MAJOR,
        List.of(
            "`QuestionsApi.getQuestion(String id)` is gone, with its operation",
            "`QuestionsApi` is gone"),
        document -> document.at("paths").remove("/v1.0/question"));
    survey(
        "operation renamed",
        MAJOR,
        MAJOR,
        List.of(
            "`QuestionsApi.getQuestion(String id)` is called"
                + " `QuestionsApi.readQuestion(String id)` now"),
        document -> operation(document, "question").put("operationId", "readQuestion"));
    survey(
        "tag changed",
        MINOR,
        MAJOR,
        List.of(
            "`QuestionsApi.getQuestion(String id)` is `CampaignsApi.getQuestion(String id)` now",
            "`QuestionsApi` is gone"),
        document -> operation(document, "question").put("tags", List.of("Campaigns")));
    survey(
        "path changed",
        MAJOR,
        MINOR,
        List.of(),
        document ->
            document
                .at("paths")
                .put("/v2.0/question", document.at("paths").remove("/v1.0/question")));
    survey(
        "error status added",
        MINOR,
        PATCH,
        List.of(),
        document -> {
          Map<String, Object> answers = document.at("paths", "/v1.0/question", "get", "responses");
          answers.put("429", answers.get("503"));
        });

    survey(
        "type of an answer's field changed",
        MAJOR,
        MAJOR,
        List.of(
            "`Question.Builder.position(Integer)` is `Question.Builder.position(Long)` now",
            "`Question.position()` gives `Long` now, where it gave `Integer`"),
        document -> document.schema("Question", "position").put("format", "int64"));
    survey(
        "field of an answer added",
        MINOR,
        MINOR,
        List.of(),
        document ->
            document
                .at("components", "schemas", "Campaign", "properties")
                .put("title", text("The title.")));
    survey(
        "field of an answer removed",
        MAJOR,
        MAJOR,
        List.of("`Campaign.Builder.createdAt(String)` is gone", "`Campaign.createdAt()` is gone"),
        document ->
            document.at("components", "schemas", "Campaign", "properties").remove("created_at"));
    survey(
        "field of an answer becomes nullable",
        MAJOR,
        MAJOR,
        List.of("`TokenAnswer.tokenType()` may be null, or hold null, now"),
        document -> document.schema("TokenAnswer", "token_type").put("nullable", true));
    survey(
        "schema renamed",
        MINOR,
        MAJOR,
        List.of(
            "`GrantType.Known` is gone",
            "`GrantType` is gone",
            "`TokenRequest.Builder.grantType(GrantType)` is"
                + " `TokenRequest.Builder.grantType(GrantKind)` now",
            "`TokenRequest.grantType()` gives `GrantKind` now, where it gave `GrantType`"),
        document -> {
          Map<String, Object> schemas = document.at("components", "schemas");
          schemas.put("GrantKind", schemas.remove("GrantType"));
          document
              .schema("TokenRequest", "grant_type")
              .put("$ref", "#/components/schemas/GrantKind");
        });

    survey(
        "value of a request's enum added",
        MINOR,
        MINOR,
        List.of(),
        document -> document.list(document.schema("AnswerStatus"), "enum").add("archived"));
    survey(
        "value of a request's enum removed",
        MAJOR,
        MAJOR,
        List.of("`AnswerStatus.Known.PENDING` is gone", "`AnswerStatus.PENDING` is gone"),
        document -> document.list(document.schema("AnswerStatus"), "enum").remove("pending"));
    smartq(
        "value of an answer's enum added",
        MAJOR,
        MINOR,
        List.of(),
        document -> document.list(document.schema("ChoiceType"), "enum").add("colour"));
    smartq(
        "required field added to a request",
        MAJOR,
        MAJOR,
        List.of("`NoteInput.Builder.build()` asks for `title` now: set it with `title(...)`"),
        document -> {
          Map<String, Object> note = document.schema("NoteInput");
          document.at("components", "schemas", "NoteInput", "properties").put("title", text("."));
          document.list(note, "required").add("title");
        });

    mappiness(
        "column of a row removed",
        MAJOR,
        MAJOR,
        List.of("`ResponseRow.Builder.happy(Double)` is gone", "`ResponseRow.happy()` is gone"),
        document ->
            document.at("components", "schemas", "ResponseRow", "properties").remove("happy"));
    mappiness(
        "operation with a secret in its path renamed",
        MAJOR,
        MAJOR,
        List.of(
            "`SignaturesApi.signPhoto(int photo)` is called `SignaturesApi.linkPhoto(int photo)` now"),
        document ->
            document
                .at("paths", "/get_u/{secret}/private_photos/{photo}.jpg", "get")
                .put("operationId", "linkPhoto"));
    mappiness(
        "value of an enum that may be null added",
        MAJOR,
        MINOR,
        List.of(),
        document -> document.list(document.schema("HomeWork"), "enum").add("school"));

    mysmark(
        "path with a parameter moved",
        MAJOR,
        MINOR,
        List.of(),
        document ->
            document
                .at("paths")
                .put("/api/{owner}/gadgets", document.at("paths").remove("/api/{owner}/widgets")));
    mysmark(
        "value of a form's enum removed",
        MAJOR,
        MAJOR,
        List.of("`Gender.F` is gone", "`Gender.Known.F` is gone"),
        document -> document.list(document.schema("Gender"), "enum").remove("f"));
    mysmark(
        "field added to a form",
        MINOR,
        MINOR,
        List.of(),
        document ->
            document
                .at("components", "schemas", "UserRegistration", "properties")
                .put("nickname", text("The nickname.")));
  }

  static List<Edit> edits() {
    return EDITS;
  }

  @ParameterizedTest
  @MethodSource("edits")
  void costsPartnersAndJavaUsers(Edit edit) throws Exception {
    Path before = before(edit.api());
    Path after = after(edit);

    assertCosts(edit, impact.of(edit.api(), before, after));
  }

  /** The first edit of each API and cost: what they give is compared with all above. */
  static Collection<Edit> editOfEachCost() {
    Map<List<Object>, Edit> first = new LinkedHashMap<>();
    for (Edit each : EDITS) first.putIfAbsent(List.of(each.api(), each.java()), each);
    return first.values();
  }

  /** The jar of the edited document against the outline that the last release left. */
  @ParameterizedTest
  @MethodSource("editOfEachCost")
  void costsTheSameAfterAJavaRelease(Edit edit) throws Exception {
    Path before = before(edit.api());
    Path after = after(edit);
    Path now = impact.client(after); // made for the other test of this edit, too
    Impact later = impact(release(edit.api()), new TreeMap<>(Map.of(artifact(edit.api()), now)));

    assertCosts(edit, later.of(edit.api(), before, after));
  }

  private static void assertCosts(Edit edit, ApiImpact found) {
    String all = found.wire().changes() + "\n" + found.java();
    Version version = Version.of(found.wire().working());
    assertEquals(edit.wire(), found.wire().step(), all);
    assertEquals(edit.java(), found.javaStep(), all);
    assertEquals(edit.duties(), duties(found), all);
    assertEquals(version.next(edit.wire()).toString(), found.document().needed());
    assertEquals(edit.wire() != NONE, found.document().problem() != null, all);
    JavaVersion java = new JavaVersion(LAST, LAST, found.javaStep());
    assertEquals(edit.java() != NONE, java.problem() != null, all);
  }

  private static Path before(String api) {
    return SPECS.resolve(api).resolve("openapi.yaml");
  }

  private static Path after(Edit edit) throws IOException {
    EditedDocument document = EditedDocument.read(before(edit.api()));
    edit.edit().accept(document);
    return document.write(folder.resolve(edit.name() + ".json"));
  }

  /** Returns a release of what the document gives before the edit. */
  private static Release release(String api) throws IOException {
    Release known = RELEASES.get(api);
    if (known != null) return known;
    Path outlines = folder.resolve("released-" + api);
    Release.record(
        new TreeMap<>(
            Map.of(artifact(api), ClientJar.of(before(api), folder.resolve("before-" + api)))),
        new TreeMap<>(Map.of(api, before(api))),
        LAST.toString(),
        outlines);
    Release release = Objects.requireNonNull(Release.in(outlines));
    RELEASES.put(api, release);
    return release;
  }

  private static String artifact(String api) {
    return "specwright-" + api + "-generated";
  }

  private static List<String> duties(ApiImpact impact) {
    return impact.java().stream()
        .filter(change -> change.step() == MAJOR)
        .map(JavaChange::text)
        .toList();
  }

  private static Map<String, Object> operation(EditedDocument document, String path) {
    return document.at("paths", "/v1.0/" + path, "get");
  }

  private static void addParameter(
      EditedDocument document, String path, String name, boolean required) {
    Map<String, Object> parameter =
        new LinkedHashMap<>(
            Map.of(
                "name",
                name,
                "in",
                "query",
                "description",
                "The language.",
                "required",
                required,
                "schema",
                text("A language.")));
    document.list(operation(document, path), "parameters").add(parameter);
  }

  private static Map<String, Object> text(String description) {
    return new LinkedHashMap<>(Map.of("type", "string", "description", description));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> schemaOf(Map<String, Object> parameter) {
    return (Map<String, Object>) Objects.requireNonNull(parameter.get("schema"));
  }
}
