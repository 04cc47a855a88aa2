package dev.specwright.core;

import dev.specwright.runtime.ApiDescription;
import dev.specwright.runtime.CallRecord;
import dev.specwright.runtime.EncodedForm;
import dev.specwright.runtime.OneLine;
import dev.specwright.runtime.Operation;
import dev.specwright.runtime.SafeUrl;
import dev.specwright.runtime.SecurityScheme;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Requests and answers in a form that may be shown. */
final class SafeText {
  /**
   * Headers that a command shows with their values; of others only the name is known to be safe.
   */
  private static final Set<String> PLAIN_HEADERS =
      Set.of("accept", "content-type", "user-agent", "x-request-id");

  private SafeText() {}

  /**
   * Returns method, URL, the headers that carry credentials, and a form's fields, with everything
   * masked that the document calls sensitive or a credential. Other bodies show their type only.
   */
  static String of(Request request, ApiDescription api) {
    Operation operation = Operation.of(request);
    if (operation == null) return request.method() + " " + request.url().redact();
    Set<String> sensitive = sensitive(operation, api);
    StringBuilder text = new StringBuilder(request.method()).append(' ');
    text.append(SafeUrl.of(request.url(), operation, sensitive));
    for (SecurityScheme scheme : api.securitySchemes().values()) {
      if (request.header(scheme.parameter()) != null) {
        text.append("\n  ").append(scheme.parameter()).append(": ").append(SafeUrl.MASK);
      }
    }
    if (request.body() != null) body(text.append("\n  "), request.body(), sensitive);
    return text.toString();
  }

  /** Returns the status and the type, without its parameters, in which anything may stand. */
  static String of(Response response) {
    MediaType type = response.body().contentType();
    if (type == null) return response.code() + " without content type";
    String shown = type.type() + "/" + type.subtype();
    CallRecord record = response.request().tag(CallRecord.class);
    return response.code() + " " + (record == null ? shown : record.shown(shown));
  }

  /** Returns the request as a command for a POSIX shell, with the same values masked. */
  static String curl(Request request, ApiDescription api) {
    Operation operation = Operation.of(request);
    if (operation == null) {
      return "curl -X " + request.method() + " " + quoted(request.url().redact());
    }
    Set<String> sensitive = sensitive(operation, api);
    StringBuilder text = new StringBuilder("curl -X ").append(request.method()).append(' ');
    text.append(quoted(url(request.url(), operation, sensitive)));
    for (String name : request.headers().names()) {
      boolean plain = PLAIN_HEADERS.contains(name.toLowerCase(Locale.ROOT));
      String value = plain ? request.header(name) : SafeUrl.MASK;
      text.append(" -H ").append(quoted(name + ": " + value));
    }
    if (request.body() != null) data(text, request.body(), sensitive);
    return text.toString();
  }

  private static void data(StringBuilder text, RequestBody body, Set<String> sensitive) {
    FormBody form = EncodedForm.fieldsOf(body);
    if (form != null) {
      StringBuilder fields = new StringBuilder();
      for (int i = 0; i < form.size(); i++) {
        String value = masked(form.name(i), sensitive, form.encodedValue(i));
        fields.append(i == 0 ? "" : "&").append(form.encodedName(i)).append('=').append(value);
      }
      text.append(" --data ").append(quoted(fields.toString()));
    } else if (body instanceof MultipartBody multipart) {
      text.append(" # multipart, ").append(multipart.size()).append(" parts");
    } else if (body.contentType() != null) {
      text.append(" # body of type ").append(body.contentType());
    }
  }

  /** Unlike the URL of a log line, one that can be sent: its query stays encoded. */
  private static String url(HttpUrl url, Operation operation, Set<String> sensitive) {
    HttpUrl path = url.newBuilder().query(null).fragment(null).build();
    StringBuilder text = new StringBuilder(SafeUrl.of(path, operation, sensitive));
    String query = url.encodedQuery();
    if (query == null) return text.toString();
    String[] parts = query.split("&", -1);
    for (int i = 0; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      boolean masked = equals >= 0 && SafeUrl.isSensitive(url.queryParameterName(i), sensitive);
      text.append(i == 0 ? '?' : '&')
          .append(masked ? parts[i].substring(0, equals + 1) + SafeUrl.MASK : parts[i]);
    }
    return text.toString();
  }

  private static String masked(String name, Set<String> sensitive, String value) {
    return SafeUrl.isSensitive(name, sensitive) ? SafeUrl.MASK : value;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static Set<String> sensitive(Operation operation, ApiDescription api) {
    Set<String> sensitive = new HashSet<>(operation.sensitive());
    for (SecurityScheme scheme : api.securitySchemes().values()) sensitive.add(scheme.parameter());
    return sensitive;
  }

  private static void body(StringBuilder text, RequestBody body, Set<String> sensitive) {
    FormBody form = EncodedForm.fieldsOf(body);
    if (form != null) {
      for (int i = 0; i < form.size(); i++) {
        String value = masked(form.name(i), sensitive, form.value(i));
        text.append(i == 0 ? "" : "&").append(OneLine.of(form.name(i)));
        text.append('=').append(OneLine.of(value));
      }
    } else if (body instanceof MultipartBody multipart) {
      text.append("multipart, ").append(multipart.size()).append(" parts");
    } else {
      text.append("body of type ").append(body.contentType());
    }
  }
}
