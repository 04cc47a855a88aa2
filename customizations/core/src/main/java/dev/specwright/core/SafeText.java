package dev.specwright.core;

import dev.specwright.runtime.ApiDescription;
import dev.specwright.runtime.Operation;
import dev.specwright.runtime.SafeUrl;
import dev.specwright.runtime.SecurityScheme;
import java.util.HashSet;
import java.util.Set;
import okhttp3.FormBody;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Requests and answers in a form that may be shown. */
final class SafeText {
  private SafeText() {}

  /**
   * Returns method, URL, the headers that carry credentials, and a form's fields, with everything
   * masked that the document calls sensitive or a credential. Other bodies show their type only.
   */
  static String of(Request request, ApiDescription api) {
    Operation operation = Operation.of(request);
    if (operation == null) return request.method() + " " + request.url().redact();
    Set<String> sensitive = new HashSet<>(operation.sensitive());
    StringBuilder text = new StringBuilder(request.method()).append(' ');
    for (SecurityScheme scheme : api.securitySchemes().values()) sensitive.add(scheme.parameter());
    text.append(SafeUrl.of(request.url(), operation, sensitive));
    for (SecurityScheme scheme : api.securitySchemes().values()) {
      if (request.header(scheme.parameter()) != null) {
        text.append("\n  ").append(scheme.parameter()).append(": ").append(SafeUrl.MASK);
      }
    }
    if (request.body() != null) body(text.append("\n  "), request.body(), sensitive);
    return text.toString();
  }

  /** Returns the status and the type. */
  static String of(Response response) {
    return response.code() + " " + response.header("Content-Type", "without content type");
  }

  private static void body(StringBuilder text, RequestBody body, Set<String> sensitive) {
    if (body instanceof FormBody form) {
      for (int i = 0; i < form.size(); i++) {
        String value = sensitive.contains(form.name(i)) ? SafeUrl.MASK : form.value(i);
        text.append(i == 0 ? "" : "&").append(form.name(i)).append('=').append(value);
      }
    } else if (body instanceof MultipartBody multipart) {
      text.append("multipart, ").append(multipart.size()).append(" parts");
    } else {
      text.append("body of type ").append(body.contentType());
    }
  }
}
