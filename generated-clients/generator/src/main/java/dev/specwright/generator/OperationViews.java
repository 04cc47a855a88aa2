package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.utils.ModelUtils;

/** What the templates of an interface print. */
final class OperationViews {
  /** The methods that have an annotation of Retrofit, with a body or without. */
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "DELETE");

  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  /** The methods of {@code AnswerHeaders}, by what they return. */
  private static final Map<String, String> HEADER_METHODS =
      Map.of(
          "BigDecimal", "decimal",
          "Boolean", "flag",
          "Instant", "seconds",
          "Long", "number",
          "OffsetDateTime", "time",
          "String", "text");

  /** A parameter of a method. */
  record Argument(String annotations, String type, String name, String doc) {
    Argument withDoc(String other) {
      return new Argument(annotations, type, name, other);
    }

    /** The parameter in the interface that Retrofit implements. */
    public String declaration() {
      return annotations + " " + plainDeclaration();
    }

    /** The parameter in a method that calls another. */
    String plainDeclaration() {
      return type + " " + name;
    }
  }

  /** What may be left out: a method of the options' builder. */
  record Option(String method, String type, String call, String doc, boolean deprecated) {}

  /** The class for what may be left out of the request of an operation. */
  record OptionsView(String className, String operation, List<Option> values) {}

  /** A header of an answer: a method of {@link HeadersView}. */
  record HeaderView(String method, String type, String call, String doc) {}

  /** The class for the headers of the answer of an operation. */
  record HeadersView(String className, String operation, List<HeaderView> headers) {}

  /** A method. */
  record MethodView(
      String name,
      String returnType,
      String doc,
      String facts,
      String http,
      String headers,
      boolean streaming,
      boolean multipart,
      boolean deprecated,
      List<Argument> arguments,
      @Nullable OptionsView options,
      @Nullable HeadersView answerHeaders,
      String shortDeclaration,
      String shortCall,
      List<ValidationViews.Sent> sent) {
    /** The Java types in the declaration. */
    Stream<String> types() {
      Stream<String> types =
          Stream.concat(Stream.of(returnType), arguments.stream().map(Argument::type));
      return options == null
          ? types
          : Stream.concat(types, options.values().stream().map(Option::type));
    }
  }

  private final OpenAPI document;
  private final Map<String, OperationFacts> facts;
  private final UnaryOperator<String> parameterName;

  /** {@code parameterName} makes a Java name of a wire name. */
  OperationViews(
      OpenAPI document, Map<String, OperationFacts> facts, UnaryOperator<String> parameterName) {
    this.document = document;
    this.facts = facts;
    this.parameterName = parameterName;
  }

  MethodView view(CodegenOperation operation) {
    OperationFacts found = facts.get(operation.operationIdOriginal);
    if (found == null) throw new IllegalStateException("No facts of " + operation.operationId);
    boolean streaming = operation.isResponseFile || operation.isResponseBinary;
    String returnType = streaming ? "ResponseBody" : returnType(operation, found);
    List<CodegenParameter> required = sent(operation, true);
    List<CodegenParameter> optional = sent(operation, false);
    Names names = new Names(found.place);
    if (!optional.isEmpty()) names.add("options", "the options");
    List<Argument> arguments = new ArrayList<>();
    for (CodegenParameter parameter : required) {
      arguments.add(argument(parameter, operation, found, names));
    }
    Names optionNames = new Names(found.place);
    List<Option> values = new ArrayList<>();
    for (CodegenParameter parameter : optional) values.add(option(parameter, found, optionNames));
    OptionsView options =
        values.isEmpty()
            ? null
            : new OptionsView(Names.options(operation.operationId), operation.operationId, values);
    return new MethodView(
        operation.operationId,
        returnType,
        doc(operation, found),
        (annotation(operation, found, returnType.startsWith("@Nullable"))
                + "\n"
                + JavaTypes.mark(operation.returnProperty))
            .strip(),
        http(operation, found),
        found.contentType.isEmpty()
            ? ""
            : "@Headers(" + Names.literal("Content-Type: " + found.contentType) + ")",
        streaming,
        required.stream().anyMatch(parameter -> parameter.isFormParam),
        operation.isDeprecated,
        arguments,
        options,
        answerHeaders(operation.operationId, found),
        arguments.stream().map(Argument::plainDeclaration).collect(Collectors.joining(", ")),
        arguments.stream().map(a -> a.name() + ", ").collect(Collectors.joining()),
        validated(required, optional, found));
  }

  /** The parameters, parts and body that are always there, or those that may be left out. */
  private static List<CodegenParameter> sent(CodegenOperation operation, boolean required) {
    List<CodegenParameter> body =
        isMultipart(operation)
            ? operation.formParams
            : operation.bodyParam == null ? List.of() : List.of(operation.bodyParam);
    return Stream.of(operation.pathParams, operation.queryParams, operation.headerParams, body)
        .flatMap(List::stream)
        .filter(parameter -> required == (parameter.required || parameter.isBodyParam))
        .toList();
  }

  /** Says of each parameter where in the method it is; the options come last. */
  private static List<ValidationViews.Sent> validated(
      List<CodegenParameter> required, List<CodegenParameter> optional, OperationFacts found) {
    List<ValidationViews.Sent> sent = new ArrayList<>();
    for (CodegenParameter each : required) sent.add(validated(sent.size(), each, false, found));
    for (CodegenParameter each : optional) sent.add(validated(required.size(), each, true, found));
    return sent;
  }

  private static ValidationViews.Sent validated(
      int index, CodegenParameter parameter, boolean optional, OperationFacts found) {
    String root = found.form == null ? "" : found.form.root();
    String name = parameter.isBodyParam ? root : parameter.baseName;
    return new ValidationViews.Sent(
        index,
        optional,
        parameter.paramName,
        in(parameter),
        name,
        found.sensitive.contains(name) || (parameter.isBodyParam && found.sensitiveBody));
  }

  private static String in(CodegenParameter parameter) {
    if (parameter.isPathParam) return "path";
    if (parameter.isQueryParam) return "query";
    if (parameter.isHeaderParam) return "header";
    return parameter.isBodyParam ? "body" : "part";
  }

  private static boolean isMultipart(CodegenOperation operation) {
    return operation.isMultipart && !operation.formParams.isEmpty();
  }

  private static String returnType(CodegenOperation operation, OperationFacts found) {
    if (operation.returnType == null || operation.httpMethod.equals("HEAD")) return "Void";
    CodegenProperty type = operation.returnProperty;
    JavaTypes.refuseFile(found.place + ".responses", type);
    String text = type == null ? operation.returnType : JavaTypes.of(type);
    boolean nullable = type != null && (type.isNullable || type.isAnyType);
    return nullable || found.nullable ? "@Nullable " + text : text;
  }

  // ---- arguments

  private Argument argument(
      CodegenParameter parameter, CodegenOperation operation, OperationFacts found, Names names) {
    if (parameter.isBodyParam) return body(parameter, found, names);
    if (parameter.isFormParam) return part(parameter, found, names);
    refuseFile(parameter, found);
    String marks = annotation(parameter, operation);
    String type = type(parameter);
    if (jsonText(parameter) != null) {
      marks += " @JsonText";
    } else if (parameter.isArray && !parameter.isCollectionFormatMulti) {
      type = "CommaSeparated<" + parameter.items.dataType + ">";
    }
    return named(parameter, marked(marks, parameter), JavaTypes.primitive(type), found, names);
  }

  private static String annotation(CodegenParameter parameter, CodegenOperation operation) {
    if (parameter.isPathParam) return PathTemplates.argument(operation.path, parameter);
    return (parameter.isQueryParam ? "@Query(" : "@Header(") + literal(parameter) + ")";
  }

  private static void refuseFile(CodegenParameter parameter, OperationFacts found) {
    JavaTypes.refuseFile(found.place + ".parameters." + parameter.baseName, parameter);
  }

  private static String type(CodegenParameter parameter) {
    return parameter.isArray ? "List<" + JavaTypes.of(parameter.items) + ">" : parameter.dataType;
  }

  private Argument part(CodegenParameter parameter, OperationFacts found, Names names) {
    if (isFile(parameter) || isListOfFiles(parameter)) {
      return named(parameter, "@Part", partType(parameter), found, names)
          .withDoc(fileDoc(parameter));
    }
    String json = found.jsonParts.contains(parameter.baseName) ? " @JsonText" : "";
    String annotation = marked("@Part(" + literal(parameter) + ")" + json, parameter);
    return named(parameter, annotation, type(parameter), found, names);
  }

  private static boolean isFile(CodegenParameter parameter) {
    return parameter.isFormParam && !parameter.isArray && (parameter.isFile || parameter.isBinary);
  }

  private static boolean isListOfFiles(CodegenParameter parameter) {
    return parameter.isFormParam
        && parameter.isArray
        && (parameter.items.isFile || parameter.items.isBinary);
  }

  private static String partType(CodegenParameter file) {
    return file.isArray ? "List<MultipartBody.Part>" : "MultipartBody.Part";
  }

  /** A file brings its own name, so the caller has to know it. */
  private static String fileDoc(CodegenParameter parameter) {
    String doc = "the part " + Javadoc.code(parameter.baseName);
    String more = Javadoc.line(unescaped(parameter));
    return more.isEmpty() ? doc : doc + ": " + more;
  }

  private Argument body(CodegenParameter body, OperationFacts found, Names names) {
    if (body.isFile || body.isBinary) {
      return named(body, "@Body", "RequestBody", found, names).withDoc(bytesDoc(body, found));
    }
    JavaTypes.refuseFile(found.place + ".requestBody", body);
    OperationFacts.Form form = found.form;
    if (form == null) return named(body, marked("@Body", body), type(body), found, names);
    List<String> members = new ArrayList<>();
    if (!form.root().isEmpty()) members.add("root = " + Names.literal(form.root()));
    if (!form.json().isEmpty()) members.add("json = " + list(form.json()));
    String annotation = members.isEmpty() ? "" : "(" + String.join(", ", members) + ")";
    return named(body, "@Body @FormBody" + annotation, type(body), found, names);
  }

  private String bytesDoc(CodegenParameter body, OperationFacts found) {
    String doc = Javadoc.line(description(body, found));
    if (found.contentType.isEmpty()) return doc;
    String type = Javadoc.code(found.contentType);
    return doc.endsWith(".") ? doc + " Sent as " + type + "." : doc + "; sent as " + type;
  }

  private Argument named(
      CodegenParameter parameter,
      String annotations,
      String type,
      OperationFacts found,
      Names names) {
    String name = javaName(parameter, names);
    names.add(name, parameter.baseName);
    return new Argument(annotations, type, name, lineDoc(parameter, found));
  }

  private String description(CodegenParameter parameter, OperationFacts found) {
    String text = parameter.isBodyParam ? bodyDescription(found) : unescaped(parameter);
    if (text != null && !text.isBlank()) return text;
    return parameter.isBodyParam ? "what to send" : parameter.baseName;
  }

  private @Nullable String bodyDescription(OperationFacts found) {
    RequestBody body = requestBody(found);
    return body == null ? null : body.getDescription();
  }

  /** OpenAPI Generator escapes the description of a multipart property all the same. */
  private static @Nullable String unescaped(CodegenParameter parameter) {
    String text = parameter.unescapedDescription;
    return text == null || !parameter.isFormParam
        ? text
        : text.replace("\\\"", "\"").replace("\\\\", "\\");
  }

  private Option option(CodegenParameter parameter, OperationFacts found, Names names) {
    if (!parameter.isFormParam) refuseFile(parameter, found);
    boolean file = isFile(parameter) || isListOfFiles(parameter);
    String type = file ? partType(parameter) : type(parameter);
    if (parameter.isArray && !isWholeJson(parameter, found)) {
      type = type.replaceFirst("List", "Collection");
    }
    String method = Names.method(javaName(parameter, names));
    names.add(method, parameter.baseName);
    return new Option(
        method,
        JavaTypes.primitive(type),
        values(parameter) + "." + setter(parameter, found),
        file ? Javadoc.sentence(Names.upperFirst(fileDoc(parameter))) : doc(parameter, found),
        parameter.isDeprecated);
  }

  /** What holds the values of one place in the builder of options. */
  private static String values(CodegenParameter parameter) {
    if (parameter.isFormParam) return "parts";
    return parameter.isHeaderParam ? "headers" : "query";
  }

  /** The call that writes the {@code value} of an option. */
  private static String setter(CodegenParameter parameter, OperationFacts found) {
    String wire = literal(parameter);
    if (isFile(parameter)) return "file(" + wire + ", value)";
    if (isListOfFiles(parameter)) return "files(" + wire + ", value)";
    boolean jsonPart = parameter.isFormParam && found.jsonParts.contains(parameter.baseName);
    if (isWholeJson(parameter, found)) {
      return "json(" + wire + ", value, " + JavaTypes.reflect(parameter) + ")";
    }
    if (parameter.isArray) {
      if (jsonPart || OperationFacts.EACH.equals(jsonText(parameter))) {
        return "eachJson(" + wire + ", value, " + JavaTypes.reflect(parameter.items) + ")";
      }
      String list = parameter.isCollectionFormatMulti ? "each(" : "commaSeparated(";
      return list + wire + ", " + texts(parameter.items) + ")";
    }
    if (JavaTypes.mark(parameter).equals("@ZeroOrOne")) return "zeroOrOne(" + wire + ", value)";
    return "text(" + wire + ", " + text(parameter) + ")";
  }

  /** Whether all of the value is one JSON; a list in a part is several. */
  private static boolean isWholeJson(CodegenParameter parameter, OperationFacts found) {
    return parameter.isFormParam
        ? !parameter.isArray && found.jsonParts.contains(parameter.baseName)
        : OperationFacts.WHOLE.equals(jsonText(parameter));
  }

  private String lineDoc(CodegenParameter parameter, OperationFacts found) {
    StringBuilder doc = new StringBuilder(Javadoc.line(description(parameter, found)));
    for (String more : more(parameter, found)) {
      doc.append(doc.charAt(doc.length() - 1) == '.' ? " " : ". ").append(more);
    }
    return doc.toString();
  }

  private String doc(CodegenParameter parameter, OperationFacts found) {
    StringBuilder doc = new StringBuilder(Javadoc.text(description(parameter, found)));
    for (String more : more(parameter, found)) doc.append("\n\n<p>").append(more);
    return doc.toString();
  }

  /** What there is to say besides the description. */
  private List<String> more(CodegenParameter parameter, OperationFacts found) {
    List<String> more = new ArrayList<>();
    String limits = new LimitTexts(document).of(schemas(parameter, found));
    if (!limits.isEmpty()) more.add(limits);
    String section = Extensions.text(parameter.vendorExtensions, Extensions.SECTION);
    if (section != null) more.add("Vendor's page: " + Javadoc.line(section) + ".");
    return more;
  }

  /** The schemas of a parameter, a part or the body, as the document has them. */
  private List<Schema<?>> schemas(CodegenParameter parameter, OperationFacts found) {
    if (!parameter.isBodyParam && !parameter.isFormParam) {
      return found.operation.getParameters().stream()
          .filter(each -> each.getName().equals(parameter.baseName))
          .filter(each -> each.getIn().equals(in(parameter)))
          .<Schema<?>>map(Parameter::getSchema)
          .filter(Objects::nonNull)
          .toList();
    }
    RequestBody body = requestBody(found);
    if (body == null || body.getContent() == null) return List.of();
    Schema<?> schema = body.getContent().values().iterator().next().getSchema();
    if (schema == null) return List.of();
    return parameter.isBodyParam
        ? List.of(schema)
        : ObjectParts.of(document, schema).properties().getOrDefault(parameter.baseName, List.of());
  }

  private @Nullable RequestBody requestBody(OperationFacts found) {
    return ModelUtils.getReferencedRequestBody(document, found.operation.getRequestBody());
  }

  private static String javaName(CodegenParameter parameter, Names names) {
    String chosen = Extensions.text(parameter.vendorExtensions, Extensions.JAVA_NAME);
    return chosen == null ? parameter.paramName : names.chosen(chosen, parameter.baseName);
  }

  private static @Nullable String jsonText(CodegenParameter parameter) {
    return Extensions.text(parameter.vendorExtensions, Extensions.JSON_TEXT);
  }

  /** The single {@code value} of an option, as it is sent. */
  private static String text(CodegenParameter parameter) {
    String date = JavaTypes.dateFormat(parameter);
    return date == null ? "value" : "DateFormats.text(value, " + Names.literal(date) + ")";
  }

  /** As {@link #text}, of a list of {@code element}. */
  private static String texts(CodegenProperty element) {
    if (JavaTypes.isZeroOrOne(element)) return "zerosAndOnes(value)";
    String date = Extensions.text(element.vendorExtensions, Extensions.DATE_FORMAT);
    return date == null ? "value" : "DateFormats.texts(value, " + Names.literal(date) + ")";
  }

  private static String marked(String annotation, CodegenParameter parameter) {
    return (annotation + " " + JavaTypes.mark(parameter)).strip();
  }

  private static String literal(CodegenParameter parameter) {
    return Names.literal(parameter.baseName);
  }

  // ---- headers of the answer

  private @Nullable HeadersView answerHeaders(String operation, OperationFacts found) {
    if (found.headers.isEmpty()) return null;
    Names names = new Names(found.place + ".responses.headers", "Describe one of them.");
    List<HeaderView> views = new ArrayList<>();
    for (OperationFacts.Header header : found.headers) {
      String method = Names.method(parameterName.apply(header.name()));
      names.add(method, header.name());
      String doc = Javadoc.text(header.description());
      views.add(
          new HeaderView(
              method,
              header.javaType(),
              HEADER_METHODS.get(header.javaType()) + "(" + Names.literal(header.name()) + ")",
              doc.isEmpty() ? "The header " + Javadoc.code(header.name()) + "." : doc));
    }
    return new HeadersView(Names.headers(operation), operation, views);
  }

  // ---- annotations

  private static String http(CodegenOperation operation, OperationFacts found) {
    String path = Names.literal(PathTemplates.relative(operation.path));
    boolean hasBody = operation.bodyParam != null || isMultipart(operation) || found.credentialForm;
    String method = operation.httpMethod;
    if (WITH_BODY.contains(method) || (WITHOUT_BODY.contains(method) && !hasBody)) {
      return "@" + method + "(" + path + ")";
    }
    return "@HTTP(method = \""
        + method
        + "\", path = "
        + path
        + (hasBody ? ", hasBody = true)" : ")");
  }

  private String annotation(CodegenOperation operation, OperationFacts found, boolean nullable) {
    List<String> members = new ArrayList<>();
    members.add("id = " + Names.literal(operation.operationIdOriginal));
    if (!found.security.isEmpty()) members.add("security = " + list(found.security));
    if (!found.credentials.isEmpty()) {
      members.add(
          "credentials = "
              + found.credentials.stream()
                  .map(OperationViews::credential)
                  .collect(Collectors.joining(", ", "{", "}")));
    }
    members.add("idempotent = " + found.idempotent);
    if (!found.sensitive.isEmpty()) {
      members.add("sensitive = " + list(List.copyOf(found.sensitive)));
    }
    if (!found.envelope.isEmpty()) members.add("envelope = " + Names.literal(found.envelope));
    if (nullable) members.add("nullable = true");
    if (!found.jsonp.isEmpty()) members.add("jsonp = " + Names.literal(found.jsonp));
    Map<?, ?> page = Extensions.map(operation.vendorExtensions, Extensions.PAGINATION);
    if (!page.isEmpty()) members.add("pagination = " + PageAnnotation.of(document, found, page));
    return "@ApiOperation(" + String.join(", ", members) + ")";
  }

  private static String credential(OperationFacts.Credential credential) {
    return "@ApiOperation.Credential(name = "
        + Names.literal(credential.name())
        + ", in = ApiOperation.Credential.Place."
        + credential.place()
        + ", parameter = "
        + Names.literal(credential.parameter())
        + ")";
  }

  private static String list(List<String> values) {
    return values.stream().map(Names::literal).collect(Collectors.joining(", ", "{", "}"));
  }

  // ---- documentation

  private static String doc(CodegenOperation operation, OperationFacts found) {
    StringBuilder doc = new StringBuilder();
    String summary = Javadoc.line(found.summary);
    doc.append(Javadoc.sentence(summary.isEmpty() ? operation.operationId : summary));
    String notes = Javadoc.text(operation.unescapedNotes);
    if (!notes.isEmpty()) doc.append("\n\n<p>").append(notes);
    doc.append("\n\n<p>Request: ");
    doc.append(Javadoc.code(operation.httpMethod + " " + operation.path));
    String section = Extensions.text(operation.vendorExtensions, Extensions.SECTION);
    if (section != null) doc.append("; vendor's page: ").append(Javadoc.line(section));
    doc.append('.');
    if (!found.answer.isEmpty()) {
      doc.append("\n\n<p>Answer: ").append(Javadoc.text(found.answer));
    }
    if (!found.errors.isEmpty()) {
      doc.append("\n\n<p>Errors:\n\n<ul>");
      found.errors.forEach(error -> doc.append("\n  <li>").append(Javadoc.line(error)));
      doc.append("\n</ul>");
    }
    return doc.toString();
  }
}
