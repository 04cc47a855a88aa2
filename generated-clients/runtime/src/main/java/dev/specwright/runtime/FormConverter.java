package dev.specwright.runtime;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import okhttp3.RequestBody;
import retrofit2.Converter;

/** Writes a model as a form, through the same adapter that would write it as JSON. */
final class FormConverter<T> implements Converter<T, RequestBody> {
  private final ByteJsonAdapter<T> adapter;
  private final byte[] root;
  private final Set<String> json;

  FormConverter(ByteJsonAdapter<T> adapter, FormBody form) {
    this.adapter = adapter;
    this.root = FormEncoding.bytes(form.root());
    this.json = new HashSet<>(List.of(form.json()));
  }

  @Override
  public RequestBody convert(T value) throws IOException {
    FormWriter writer = new FormWriter(root, json);
    adapter.write(writer, value);
    return writer.form();
  }
}
