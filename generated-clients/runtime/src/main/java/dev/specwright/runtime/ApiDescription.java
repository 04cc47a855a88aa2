package dev.specwright.runtime;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of its API as a whole. The generated {@code ApiDocument} holds it.
 *
 * @param title the document's title
 * @param version the document's version
 * @param server the first server's URL; {@code {name}} stands for a server variable
 * @param serverVariables default of each server variable
 * @param securitySchemes the security schemes by name
 * @param errorShape where answers carry an error, or null where the document does not say
 * @param lenient whether scalars may come in PHP's looser forms: {@code x-lenient}
 * @param interfaces the generated Retrofit interfaces
 * @param models the adapters of the generated models
 * @param validator checks requests against the document
 */
public record ApiDescription(
    String title,
    String version,
    String server,
    Map<String, String> serverVariables,
    Map<String, SecurityScheme> securitySchemes,
    @Nullable ErrorShape errorShape,
    boolean lenient,
    List<Class<?>> interfaces,
    JsonAdapter.Factory models,
    RequestValidator validator) {

  /** Describes an API whose document sets no limits for requests. */
  public ApiDescription(
      String title,
      String version,
      String server,
      Map<String, String> serverVariables,
      Map<String, SecurityScheme> securitySchemes,
      @Nullable ErrorShape errorShape,
      boolean lenient,
      List<Class<?>> interfaces,
      JsonAdapter.Factory models) {
    this(
        title,
        version,
        server,
        serverVariables,
        securitySchemes,
        errorShape,
        lenient,
        interfaces,
        models,
        RequestValidator.NONE);
  }

  /** Returns a Moshi that knows the models of this API. */
  public Moshi moshi() {
    return new Moshi.Builder()
        .add(models)
        .add(lenient ? StandardAdapters.LENIENT : StandardAdapters.STRICT)
        .build();
  }

  /** Returns every operation of the document. */
  public List<Operation> operations() {
    return interfaces.stream().flatMap(api -> Operation.of(api).stream()).toList();
  }
}
