package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.api.TemplatingEngineAdapter;
import org.openapitools.codegen.languages.AbstractJavaCodegen;
import org.openapitools.codegen.languages.features.DocumentationProviderFeatures.AnnotationLibrary;
import org.openapitools.codegen.languages.features.DocumentationProviderFeatures.DocumentationProvider;
import org.openapitools.codegen.model.EnumVarMap;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;
import org.openapitools.codegen.model.OperationsMap;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * The generator "retrofit-moshi".
 *
 * <p>It prepares the document, lets {@link AbstractJavaCodegen} build its model of it, and gives
 * the templates views that hold ready text.
 */
public final class RetrofitMoshiCodegen extends AbstractJavaCodegen {
  private static final int ADAPTERS_PER_METHOD = 250;

  /** The types of {@code x-date-format}; see {@link DatePattern}. */
  private static final List<String> DATES =
      List.of("LocalDate", "LocalDateTime", "LocalTime", "OffsetDateTime");

  private final TemplatingEngineAdapter engine = new ViewEngine();
  private Map<String, OperationFacts> facts = Map.of();
  private Map<String, ModelViews.PageMembers> pages = Map.of();
  private List<WebhookViews.WebhookView> webhooks = List.of();
  private Collection<CodegenModel> models = List.of();
  private @Nullable SourceFormatter formatter;
  private final List<String> interfaces = new ArrayList<>();
  private final JarFiles jarFiles = new JarFiles();
  private @Nullable ValidationViews validation;

  /** For OpenAPI Generator, which finds this class by its service file. */
  public RetrofitMoshiCodegen() {
    embeddedTemplateDir = "retrofit-moshi";
    templateDir = embeddedTemplateDir;
    hideGenerationTimestamp = true;
    openApiNullable = false;
    setDocumentationProvider(DocumentationProvider.NONE);
    setAnnotationLibrary(AnnotationLibrary.NONE);
    templates();
    types();
    cliOptions.addAll(JarFiles.options());
    // The superclass also reserves what its own templates use, such as "file".
    reservedWords.removeIf(word -> !SourceVersion.isKeyword(word));
    // Parameters that collide are refused, not renamed.
    ensureUniqueParams = false;
    // Inline enums become classes of their own; schemas that look alike keep their own names.
    inlineSchemaOption.put("RESOLVE_INLINE_ENUMS", "true");
    inlineSchemaOption.put("SKIP_SCHEMA_REUSE", "true");
    openapiNormalizer.put("NORMALIZER_CLASS", SchemaTypes.class.getName());
  }

  /** Also for names that start with a digit. */
  @Override
  public String escapeReservedWord(String name) {
    return Character.isDigit(name.charAt(0)) ? "_" + name : name + "_";
  }

  private void templates() {
    modelTemplateFiles.clear();
    modelTemplateFiles.put("model.mustache", ".java");
    modelTemplateFiles.put("adapter.mustache", "JsonAdapter.java");
    apiTemplateFiles.clear();
    apiTemplateFiles.put("api.mustache", ".java");
    modelTestTemplateFiles.clear();
    apiTestTemplateFiles.clear();
    modelDocTemplateFiles.clear();
    apiDocTemplateFiles.clear();
  }

  private void types() {
    typeMapping.put("null", "Object");
    typeMapping.put("integer", "Long");
    // In two steps: a target that is no key of this map would go through toModelName().
    typeMapping.put("integer+int32", "int32-integer");
    typeMapping.put("int32-integer", "Integer");
    typeMapping.put("integer+unix-time", "unix-time-instant");
    typeMapping.put("unix-time-instant", "Instant");
    for (String date : DATES) {
      typeMapping.put("string+" + date, "vendor's " + date);
      typeMapping.put("vendor's " + date, date);
      importMapping.put(date, "java.time." + date);
      languageSpecificPrimitives.add(date);
    }
    typeMapping.put("ByteArray", "ByteString");
    typeMapping.put("date", "LocalDate");
    // A text that holds a number, written as the text that it is.
    typeMapping.put("decimal", "String");
    // A Float would show digits of its own in a query or a form.
    typeMapping.put("float", "Double");
    importMapping.put("Instant", "java.time.Instant");
    importMapping.put("ByteString", "okio.ByteString");
    languageSpecificPrimitives.add("Instant");
    languageSpecificPrimitives.add("ByteString");
  }

  /** Has OpenAPI Generator tell of every file, whatever its settings say. */
  @Override
  public boolean isEnablePostProcessFile() {
    return true;
  }

  @Override
  public void postProcessFile(File file, String fileType) {
    // Its list of files and its version come here too, when they are there from the time before.
    formatter().add(file.toPath());
  }

  /** Formats what was written. The superclass asks for donations here. */
  @Override
  public void postProcess() {
    formatter().format();
  }

  private SourceFormatter formatter() {
    return Objects.requireNonNull(formatter, "processOpts() comes first");
  }

  /** Defaults are told, see {@link LimitTexts}, and never sent. */
  @Override
  @SuppressWarnings("rawtypes") // As the overridden method has it.
  public @Nullable String toDefaultValue(CodegenProperty property, Schema schema) {
    return null;
  }

  /** As that of a property. */
  @Override
  public @Nullable String toDefaultParameterValue(CodegenProperty property, Schema<?> schema) {
    return null;
  }

  @Override
  public CodegenType getTag() {
    return CodegenType.CLIENT;
  }

  @Override
  public String getName() {
    return "retrofit-moshi";
  }

  @Override
  public String getHelp() {
    return "Retrofit interfaces, immutable models and streaming Moshi adapters for Java 17.";
  }

  @Override
  public void processOpts() {
    super.processOpts();
    // Before OpenAPI Generator follows the references.
    new ReferenceCheck(openAPI).run();
    formatter = SourceFormatter.of(Path.of(getOutputDir()));
    // Examples of answers are not printed, and cost minutes on schemas that contain each other.
    setSkipOperationExample(true);
    supportingFiles.clear();
    String models = sourceFolder + "/" + modelPackage().replace('.', '/');
    String apis = sourceFolder + "/" + apiPackage().replace('.', '/');
    supportingFiles.add(
        new SupportingFile("generatedAdapters.mustache", models, "GeneratedAdapters.java"));
    supportingFiles.add(new SupportingFile("apiDocument.mustache", apis, "ApiDocument.java"));
    supportingFiles.add(
        new SupportingFile("modelPackageInfo.mustache", models, "package-info.java"));
    supportingFiles.add(new SupportingFile("apiPackageInfo.mustache", apis, "package-info.java"));
    supportingFiles.addAll(jarFiles.of(additionalProperties, sourceFolder));
  }

  @Override
  public TemplatingEngineAdapter getTemplatingEngine() {
    return engine;
  }

  // ---- the document

  @Override
  public void preprocessOpenAPI(OpenAPI document) {
    super.preprocessOpenAPI(document);
    new DocumentCheck(document, this).run();
    facts = new DocumentPreparation(document).run();
    new UnusedSchemas(document).remove();
    pages = pages(document);
    webhooks = new WebhookViews(document, this::toModelName).views();
    if (!webhooks.isEmpty()) {
      supportingFiles.add(
          new SupportingFile(
              "apiWebhooks.mustache",
              sourceFolder + "/" + apiPackage().replace('.', '/'),
              "ApiWebhooks.java"));
    }
  }

  /** Finds the schemas that are pages, by the operations that answer with them. */
  private Map<String, ModelViews.PageMembers> pages(OpenAPI document) {
    Map<String, ModelViews.PageMembers> found = new HashMap<>();
    Operations.visit(
        document,
        (place, method, item, operation) -> {
          Map<?, ?> page = Extensions.map(operation.getExtensions(), Extensions.PAGINATION);
          if (page.get("items") != null) {
            String schema = answer(place, operation);
            ModelViews.PageMembers members =
                new ModelViews.PageMembers(
                    place,
                    page.get("items").toString(),
                    page.get("next") == null ? null : page.get("next").toString());
            ModelViews.PageMembers other = found.putIfAbsent(toModelName(schema), members);
            if (other != null) requireSameMembers(schema, members, other);
          }
        });
    return found;
  }

  /** A model is a page in one way only, since its class has the methods of a page once. */
  private static void requireSameMembers(
      String schema, ModelViews.PageMembers members, ModelViews.PageMembers other) {
    if (members.rows().equals(other.rows()) && Objects.equals(members.next(), other.next())) return;
    throw new UnsupportedDocumentException(
        members.place() + "." + Extensions.PAGINATION,
        "pages " + schema + " by other members than " + other.place() + " does.",
        "Name the same \"items\" and \"next\", or answer with a schema of its own.");
  }

  private static String answer(String place, Operation operation) {
    ApiResponse success = operation.getResponses().get("200");
    Content content = success == null ? null : success.getContent();
    MediaType json = content == null ? null : content.get(MediaTypes.JSON);
    String ref = json == null ? null : json.getSchema().get$ref();
    if (ref == null) {
      throw new UnsupportedDocumentException(
          place + "." + Extensions.PAGINATION,
          "has \"items\", but the answer is no named object.",
          "Make the answer a schema of components.schemas, or leave \"items\" out for a list.");
    }
    return ModelUtils.getSimpleRef(ref);
  }

  // ---- names

  /** The superclass keeps "callback" for methods of its own. */
  @Override
  public String toParamName(String name) {
    return name.equals("callback") ? name : super.toParamName(name);
  }

  /** Constants that collide are refused, not numbered. */
  @Override
  protected void postProcessEnumVars(List<EnumVarMap> constants) {}

  @Override
  public String toModelName(String name) {
    String model = super.toModelName(name);
    return Names.isTakenClass(model) ? model + "Model" : model;
  }

  // ---- views

  @Override
  public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> all) {
    Map<String, ModelsMap> result = super.postProcessAllModels(all);
    Map<String, CodegenModel> byName = new TreeMap<>();
    for (ModelsMap file : result.values()) {
      for (ModelMap entry : file.getModels()) {
        // An alias is another name of a type, and no class.
        if (!entry.getModel().isAlias) byName.put(entry.getModel().classname, entry.getModel());
      }
    }
    ModelViews views = new ModelViews(openAPI, byName, pages);
    models = byName.values();
    models.forEach(views::view);
    validation = new ValidationViews(openAPI, this::toModelName, byName);
    return result;
  }

  @Override
  public OperationsMap postProcessOperationsWithModels(
      OperationsMap operations, List<ModelMap> allModels) {
    OperationsMap result = super.postProcessOperationsWithModels(operations, allModels);
    OperationViews views = new OperationViews(openAPI, facts, this::toParamName);
    List<OperationViews.MethodView> methods = new ArrayList<>();
    for (CodegenOperation operation : result.getOperations().getOperation()) {
      methods.add(views.view(operation));
    }
    interfaces.add(result.getOperations().getClassname());
    jarFiles.reflected(apiPackage() + "." + result.getOperations().getClassname(), methods);
    validation(result.getOperations().getClassname(), operations, methods);
    result.put("methods", methods);
    List<CodegenModel> all = allModels.stream().map(ModelMap::getModel).toList();
    result.put(
        "usesDeprecated",
        Deprecations.of(all).isIn(methods.stream().flatMap(OperationViews.MethodView::types)));
    result.put("modelNames", allModels.stream().map(model -> model.getModel().classname).toList());
    result.put("tagDoc", Javadoc.text(tagDescription(result.getOperations().getOperation())));
    return result;
  }

  private void validation(
      String api, OperationsMap operations, List<OperationViews.MethodView> methods) {
    Map<OperationFacts, List<ValidationViews.Sent>> sent = new LinkedHashMap<>();
    int index = 0;
    for (CodegenOperation operation : operations.getOperations().getOperation()) {
      OperationFacts found = Objects.requireNonNull(facts.get(operation.operationIdOriginal));
      sent.put(found, methods.get(index++).sent());
    }
    // Without schemas nobody asked for the views of models.
    if (validation == null) validation = new ValidationViews(openAPI, this::toModelName, Map.of());
    validation.api(api, sent);
  }

  private static String tagDescription(List<CodegenOperation> operations) {
    var tags = operations.isEmpty() ? null : operations.get(0).tags;
    String text = tags == null || tags.isEmpty() ? null : tags.get(0).getDescription();
    return text == null ? "Operations of one tag." : text;
  }

  @Override
  public Map<String, Object> postProcessSupportingFileData(Map<String, Object> bundle) {
    new DocumentView(openAPI, bundle).fill();
    Collections.sort(interfaces);
    bundle.put("interfaces", interfaces);
    bundle.put("reflectedTypes", jarFiles.reflectedTypes());
    bundle.put("webhooks", webhooks);
    bundle.put(
        "webhooksUseDeprecated",
        Deprecations.of(models).isIn(webhooks.stream().map(WebhookViews.WebhookView::type)));
    bundle.put("allModelNames", models.stream().map(model -> model.classname).toList());
    validators(bundle, Objects.requireNonNull(validation));
    bundle.put("adapterChunks", adapterChunks(Boolean.TRUE.equals(bundle.get("lenient"))));
    return super.postProcessSupportingFileData(bundle);
  }

  /** Adds the validators to the files; a template of models would print one for every model. */
  private void validators(Map<String, Object> bundle, ValidationViews views) {
    bundle.put("validation", !views.apis().isEmpty());
    bundle.put("validatedApis", views.apis().keySet());
    if (views.apis().isEmpty()) return;
    validator("generatedValidators.mustache", "GeneratedValidators");
    views.apis().forEach((api, view) -> validator("apiValidator.mustache", api, view, bundle));
    views
        .validators()
        .forEach((model, view) -> validator("modelValidator.mustache", model, view, bundle));
  }

  private void validator(String template, String name, Object view, Map<String, Object> bundle) {
    String file = name + Names.VALIDATOR;
    bundle.put(file, view);
    validator(file + ViewEngine.VIEW_OF + template, file);
  }

  private void validator(String template, String className) {
    String folder = sourceFolder + "/" + modelPackage().replace('.', '/');
    supportingFiles.add(new SupportingFile(template, folder, className + ".java"));
  }

  /** A method holds 64 KiB of code at most, so the adapters are spread over several. */
  private List<Map<String, Object>> adapterChunks(boolean lenient) {
    List<Map<String, Object>> adapters = new ArrayList<>();
    for (CodegenModel model : models) {
      boolean object = model.vendorExtensions.containsKey("x-object");
      adapters.add(Map.of("name", model.classname, "lenientObject", lenient && object));
    }
    List<Map<String, Object>> chunks = new ArrayList<>();
    for (int i = 0; i < adapters.size(); i += ADAPTERS_PER_METHOD) {
      int end = Math.min(i + ADAPTERS_PER_METHOD, adapters.size());
      chunks.add(Map.of("index", chunks.size(), "names", adapters.subList(i, end)));
    }
    return chunks;
  }

  /** What the template of {@code ApiDocument} prints. */
  private record DocumentView(OpenAPI document, Map<String, Object> bundle) {
    void fill() {
      bundle.put("title", Names.literal(document.getInfo().getTitle()));
      bundle.put("titleDoc", Javadoc.line(document.getInfo().getTitle()));
      bundle.put("documentVersion", Names.literal(document.getInfo().getVersion()));
      bundle.put("lenient", Extensions.isTrue(document.getExtensions(), Extensions.LENIENT));
      server();
      bundle.put("schemes", schemes());
      Map<?, ?> error = Extensions.map(document.getExtensions(), Extensions.ERROR);
      bundle.put("hasError", !error.isEmpty());
      bundle.put("errorCode", pointer(error, "code"));
      bundle.put("errorMessage", pointer(error, "message"));
      List<Map<String, String>> statuses = new ArrayList<>();
      if (error.get("statuses") instanceof Map<?, ?> byCode) {
        sorted(byCode)
            .forEach(
                (code, status) ->
                    statuses.add(
                        Map.of(
                            "code", Names.literal(String.valueOf(code)),
                            "status", String.valueOf(status))));
      }
      bundle.put("errorStatuses", statuses);
    }

    private void server() {
      Server server = document.getServers().get(0);
      List<Map<String, String>> variables = new ArrayList<>();
      if (server.getVariables() != null) {
        sorted(server.getVariables())
            .forEach(
                (name, variable) ->
                    variables.add(
                        Map.of(
                            "name", Names.literal(name),
                            "value", Names.literal(variable.getDefault()))));
      }
      bundle.put("serverUrl", Names.literal(server.getUrl()));
      bundle.put("serverVariables", variables);
    }

    /** So that the order of the document does not matter. */
    private static <V> Map<String, V> sorted(Map<?, V> map) {
      Map<String, V> sorted = new TreeMap<>();
      map.forEach((name, value) -> sorted.put(String.valueOf(name), value));
      return sorted;
    }

    private static String pointer(Map<?, ?> error, String name) {
      return Names.literal(error.get(name) == null ? "" : error.get(name).toString());
    }

    private List<Map<String, String>> schemes() {
      List<Map<String, String>> schemes = new ArrayList<>();
      if (document.getComponents() == null
          || document.getComponents().getSecuritySchemes() == null) {
        return schemes;
      }
      sorted(document.getComponents().getSecuritySchemes())
          .forEach(
              (name, scheme) ->
                  schemes.add(
                      Map.of(
                          "name", Names.literal(name),
                          "kind", kind(name, scheme),
                          "parameter",
                              Names.literal(
                                  scheme.getName() == null ? "Authorization" : scheme.getName()))));
      return schemes;
    }

    private static String kind(String name, SecurityScheme scheme) {
      if (scheme.getType() == SecurityScheme.Type.APIKEY) {
        if (scheme.getIn() == SecurityScheme.In.QUERY) return "QUERY";
        if (scheme.getIn() == SecurityScheme.In.HEADER) return "HEADER";
      }
      if (scheme.getType() == SecurityScheme.Type.HTTP) {
        if ("basic".equalsIgnoreCase(scheme.getScheme())) return "BASIC";
        if ("bearer".equalsIgnoreCase(scheme.getScheme())) return "BEARER";
      }
      throw new UnsupportedDocumentException(
          "components.securitySchemes." + name,
          "is of a kind that clients cannot send.",
          "Use apiKey in a header or query, or http basic or bearer.");
    }
  }
}
