package dev.specwright.generator;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.specwright.runtime.ApiDescription;
import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.ApiRetrofit;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/** A few lines of a test that use generated code; {@link GeneratedCode#run} compiles them. */
public abstract class Snippet {
  /** The generated description. */
  protected final ApiDescription description;

  /** Reads and writes the generated models. */
  protected final Moshi moshi;

  private final Retrofit retrofit;

  /** Calls the API described at {@code server}. */
  protected Snippet(HttpUrl server, ApiDescription description) {
    this.description = description;
    this.moshi = description.moshi();
    this.retrofit = ApiRetrofit.create(server, new OkHttpClient(), description, ApiException::new);
  }

  /** Returns what the test compares. */
  public abstract @Nullable Object run() throws Exception;

  /** Returns the generated interface {@code type}, ready to call. */
  protected final <T> T api(Class<T> type) {
    return retrofit.create(type);
  }

  /** Reads a model. */
  protected final <T> T read(Class<T> type, String json) throws IOException {
    T value = moshi.adapter(type).fromJson(json);
    if (value == null) throw new AssertionError("null");
    return value;
  }

  /** Reads a model and writes it. */
  protected final <T> String roundTrip(Class<T> type, String json) throws IOException {
    JsonAdapter<T> adapter = moshi.adapter(type);
    return adapter.toJson(adapter.fromJson(json));
  }

  /** Writes a model. */
  protected final <T> String json(Class<T> type, T value) {
    return moshi.adapter(type).toJson(value);
  }
}
