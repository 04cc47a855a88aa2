package dev.specwright.core;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import dev.specwright.runtime.ApiDescription;
import dev.specwright.runtime.ApiOperation;
import dev.specwright.runtime.CallRecord;
import dev.specwright.runtime.EncodedForm;
import dev.specwright.runtime.ErrorShape;
import dev.specwright.runtime.NotSentException;
import dev.specwright.runtime.Operation;
import dev.specwright.runtime.SecurityScheme;
import dev.specwright.runtime.VendorError;
import java.io.EOFException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * Adds exactly the credentials that the document declares for an operation, in the declared places,
 * and only for the client's own server.
 *
 * <p>An application interceptor. It stands behind the retries, so that each attempt gets fresh
 * credentials, and behind everything that changes the URL. A credential that the service refuses
 * and that can be renewed is renewed, and the call repeated, once over all attempts.
 */
final class CredentialsInterceptor implements Interceptor {
  private static final int UNAUTHORIZED = 401;

  /** More than any error needs; it bounds what is read before anybody decodes the answer. */
  private static final long LARGEST_ERROR = 64 * 1024;

  private final HttpUrl server;
  private final ApiDescription api;
  private final Map<String, Credential> credentials;

  CredentialsInterceptor(HttpUrl server, ApiDescription api, Map<String, Credential> credentials) {
    this.server = server;
    this.api = api;
    this.credentials = Map.copyOf(credentials);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Operation operation = Operation.of(request);
    if (operation == null) return chain.proceed(request);
    requireServer(request.url());
    Map<Credential, String> used = new LinkedHashMap<>();
    Call call = chain.call();
    Response response = chain.proceed(signed(request, operation, used, call));
    // Dropped also where the call cannot be repeated: the next one must not run into it again.
    if (!isRefused(response, operation) || !discard(used) || !isWorthRepeating(request)) {
      return response;
    }
    response.close();
    return chain.proceed(signed(request, operation, new LinkedHashMap<>(), call));
  }

  private void requireServer(HttpUrl url) throws NotSentException {
    if (url.scheme().equals(server.scheme())
        && url.host().equals(server.host())
        && url.port() == server.port()) {
      return;
    }
    throw new NotSentException(
        "Expected a request to "
            + server.host()
            + " but found one to "
            + url.host()
            + ". Credentials go to the client's own server only; build another client for another"
            + " server.");
  }

  private static boolean isWorthRepeating(Request request) {
    RequestBody body = request.body();
    if (body != null && body.isOneShot()) return false;
    CallRecord record = request.tag(CallRecord.class);
    return record == null || record.renew();
  }

  private static boolean discard(Map<Credential, String> used) {
    boolean renewable = false;
    for (Map.Entry<Credential, String> entry : used.entrySet()) {
      renewable |= entry.getKey().discard(entry.getValue());
    }
    return renewable;
  }

  /** A 401, or an answer whose vendor code stands for one, whatever type it claims to have. */
  private boolean isRefused(Response response, Operation operation) throws IOException {
    if (response.code() == UNAUTHORIZED) return true;
    ErrorShape shape = api.errorShape();
    if (shape == null || !shape.statuses().containsValue(UNAUTHORIZED) || operation.raw()) {
      return false;
    }
    try {
      VendorError error = shape.read(beginning(response.body().source().peek()));
      return error != null
          && error.code() != null
          && Integer.valueOf(UNAUTHORIZED).equals(shape.statuses().get(error.code()));
    } catch (JsonDataException | JsonEncodingException | EOFException e) {
      return false; // Not JSON, or not all of it; whoever decodes it will say so.
    } catch (IOException e) {
      response.close();
      throw e;
    }
  }

  /**
   * Reads no more than is asked for: an answer that is no object is handed on when its first bytes
   * are there, so that its rows arrive one by one.
   */
  private static BufferedSource beginning(Source peek) {
    return Okio.buffer(
        new ForwardingSource(peek) {
          private long left = LARGEST_ERROR;

          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            if (left == 0) return -1;
            long read = super.read(sink, Math.min(byteCount, left));
            if (read > 0) left -= read;
            return read;
          }
        });
  }

  // ---- places

  private Request signed(
      Request request, Operation operation, Map<Credential, String> used, Call call)
      throws IOException {
    Request signed = request;
    for (ApiOperation.Credential place : operation.credentials()) {
      Credential credential = require(place.name(), operation);
      String value = use(credential, used, request, call);
      signed =
          switch (place.in()) {
            case PATH -> inPath(signed, place.parameter(), value);
            case FORM -> inForm(signed, place.parameter(), value);
          };
    }
    // A credential that went to its own place makes the alternative without schemes the right one.
    if (!operation.credentials().isEmpty()) return signed;
    for (String scheme : alternative(operation)) {
      Credential credential = require(scheme, operation);
      signed = withScheme(signed, scheme, use(credential, used, request, call));
    }
    return signed;
  }

  private static String use(
      Credential credential, Map<Credential, String> used, Request request, Call call)
      throws IOException {
    String value = credential.value(call);
    used.put(credential, value);
    CallRecord record = request.tag(CallRecord.class);
    if (record != null) credential.secrets(value).forEach(record::secret);
    return value;
  }

  /** The first alternative that this client has all credentials for. */
  private Set<String> alternative(Operation operation) throws NotSentException {
    if (operation.security().isEmpty()) return Set.of();
    for (Set<String> schemes : operation.security()) {
      if (credentials.keySet().containsAll(schemes)) return schemes;
    }
    throw missing(operation.security().toString(), operation);
  }

  private Credential require(String name, Operation operation) throws NotSentException {
    Credential credential = credentials.get(name);
    if (credential == null) throw missing(name, operation);
    return credential;
  }

  private static NotSentException missing(String what, Operation operation) {
    return new NotSentException(
        "Expected the credential "
            + what
            + " for "
            + operation.id()
            + " but the client has none. Set it on the client's builder.");
  }

  /** OkHttp refuses such a header too, and quotes the value. */
  private static void requirePrintable(String value, String name) throws NotSentException {
    if (isPrintable(value)) return;
    throw new NotSentException(
        "Expected printable ASCII in the credential "
            + name
            + " but found another character, such as a line break at its end. Set it anew on the"
            + " client's builder.");
  }

  private static boolean isPrintable(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < ' ' || value.charAt(i) > '~') return false;
    }
    return true;
  }

  private static Request inPath(Request request, String parameter, String value)
      throws NotSentException {
    int segment = request.url().pathSegments().indexOf("{" + parameter + "}");
    if (segment < 0) return request; // The URL is complete already, such as a link as it was given.
    HttpUrl url = request.url().newBuilder().setPathSegment(segment, value).build();
    return request.newBuilder().url(url).build();
  }

  private static Request inForm(Request request, String parameter, String value)
      throws NotSentException {
    EncodedForm form = EncodedForm.of(request.body()).with(parameter, value);
    return request.newBuilder().method(request.method(), form).build();
  }

  private Request withScheme(Request request, String name, String value) throws NotSentException {
    SecurityScheme scheme = api.securitySchemes().get(name);
    if (scheme == null) throw new IllegalStateException("The document has no scheme " + name);
    if (scheme.kind() != SecurityScheme.Kind.QUERY) requirePrintable(value, name);
    Request.Builder changed = request.newBuilder();
    return switch (scheme.kind()) {
      case BASIC -> changed.header("Authorization", value).build();
      case BEARER -> changed.header("Authorization", "Bearer " + value).build();
      case HEADER -> changed.header(scheme.parameter(), value).build();
      case QUERY ->
          changed
              .url(request.url().newBuilder().setQueryParameter(scheme.parameter(), value).build())
              .build();
    };
  }
}
