package dev.specwright.contract.driver;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.specwright.core.ClientBuilder;
import dev.specwright.core.Retries;
import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiOperation;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;

/**
 * Calls the operations of a document through the client of its API, with the document's examples
 * for arguments.
 */
public final class Driver implements AutoCloseable {
  private final Document document;
  private final ClientSetup setup;
  private final AutoCloseable client;
  private final Moshi moshi;

  /**
   * Builds a client, without retries.
   *
   * @param server where it sends its requests
   * @param alternative the way in that they take; one of the document's
   */
  public Driver(
      Document document,
      ClientSetup setup,
      String server,
      OkHttpClient http,
      Alternative alternative) {
    this(
        document,
        setup,
        alternative,
        builder -> builder.server(server).httpClient(http).retries(Retries.NONE));
  }

  /** Builds a client with these settings. */
  public Driver(
      Document document,
      ClientSetup setup,
      Alternative alternative,
      Consumer<ClientBuilder<?>> settings) {
    this.document = document;
    this.setup = setup;
    this.client = setup.client(alternative, settings);
    this.moshi = setup.description().moshi();
  }

  /** Returns the client. */
  public AutoCloseable client() {
    return client;
  }

  /** Returns the document. */
  public Document document() {
    return document;
  }

  /** Returns the call that sends {@code request}; it is not made. */
  public ApiCall<?> call(DocumentedRequest request) {
    try {
      Method method = method(request.operation());
      Object[] arguments = Arguments.of(moshi, setup.fitted(request), method);
      ApiCall<?> call = (ApiCall<?>) method.invoke(api(method.getDeclaringClass()), arguments);
      return setup.prepared(call, request, this);
    } catch (InvocationTargetException e) {
      // What the client itself says of the arguments.
      if (e.getCause() instanceof RuntimeException refusal) throw refusal;
      throw new IllegalStateException("Cannot call " + request.operation().id(), e);
    } catch (ReflectiveOperationException | IOException e) {
      throw new IllegalStateException("Cannot call " + request.operation().id(), e);
    }
  }

  /** Whether callers get the answer as it came. */
  public boolean isRaw(DocumentedOperation operation) {
    return type(operation) == ResponseBody.class;
  }

  /** Returns the adapter of what callers get. */
  public JsonAdapter<Object> adapter(DocumentedOperation operation) {
    return moshi.adapter(type(operation));
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (Exception e) {
      throw new IllegalStateException("Cannot close " + client.getClass().getSimpleName(), e);
    }
  }

  private Type type(DocumentedOperation operation) {
    Type call = method(operation).getGenericReturnType();
    return ((ParameterizedType) call).getActualTypeArguments()[0];
  }

  private Method method(DocumentedOperation operation) {
    return setup.description().interfaces().stream()
        .flatMap(api -> Arrays.stream(api.getMethods()))
        .filter(method -> isFor(operation, method))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No generated method for " + operation.id()));
  }

  private static boolean isFor(DocumentedOperation operation, Method method) {
    ApiOperation facts = method.getAnnotation(ApiOperation.class);
    return facts != null && facts.id().equals(operation.id());
  }

  /** Returns what the facade gives for a generated interface. */
  private Object api(Class<?> type) throws ReflectiveOperationException {
    for (Method getter : client.getClass().getMethods()) {
      if (getter.getReturnType() == type && getter.getParameterCount() == 0) {
        return getter.invoke(client);
      }
    }
    throw new IllegalStateException(client.getClass() + " offers no " + type.getSimpleName());
  }
}
