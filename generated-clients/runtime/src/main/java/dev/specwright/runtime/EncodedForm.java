package dev.specwright.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * The form of a request: what OkHttp's {@link FormBody} would send, encoded already. {@link
 * #fieldsOf} tells what is in it.
 */
public final class EncodedForm extends RequestBody {
  private static final MediaType TYPE = MediaType.get("application/x-www-form-urlencoded");

  private final byte[] bytes;
  private final int length;

  /** Trusted: takes over {@code bytes}, of which the first {@code length} count. */
  EncodedForm(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  /** Returns the fields of a form, OkHttp's or one of this class, or null for another body. */
  public static @Nullable FormBody fieldsOf(@Nullable RequestBody body) {
    if (body instanceof EncodedForm form) return form.fields();
    return body instanceof FormBody form ? form : null;
  }

  /** Returns the form that {@code body} is, or an empty one if it is another or there is none. */
  public static EncodedForm of(@Nullable RequestBody body) {
    if (body instanceof EncodedForm form) return form;
    ByteText bytes = new ByteText(64);
    if (body instanceof FormBody form) {
      for (int i = 0; i < form.size(); i++) {
        if (i > 0) bytes.append('&');
        bytes.append(form.encodedName(i));
        bytes.append('=');
        bytes.append(form.encodedValue(i));
      }
    }
    return new EncodedForm(bytes.bytes(), bytes.length());
  }

  private FormBody fields() {
    FormBody.Builder fields = new FormBody.Builder();
    if (length == 0) return fields.build();
    String text = new String(bytes, 0, length, StandardCharsets.US_ASCII);
    for (String field : text.split("&", -1)) {
      int equals = field.indexOf('=');
      fields.addEncoded(field.substring(0, equals), field.substring(equals + 1));
    }
    return fields.build();
  }

  /** Returns this form with one more field at its end. */
  public EncodedForm with(String name, String value) {
    ByteText form = new ByteText(length + 64);
    form.append(bytes, 0, length);
    if (length > 0) form.append('&');
    FormEncoding.append(form, name);
    form.append('=');
    FormEncoding.append(form, value);
    return new EncodedForm(form.bytes(), form.length());
  }

  @Override
  public MediaType contentType() {
    return TYPE;
  }

  @Override
  public long contentLength() {
    return length;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(bytes, 0, length);
  }

  /** Does not show the fields, which may be some that must not be shown. */
  @Override
  public String toString() {
    return "EncodedForm[" + length + " bytes]";
  }
}
