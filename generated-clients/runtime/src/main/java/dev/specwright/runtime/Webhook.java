package dev.specwright.runtime;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.lang.reflect.Type;
import java.util.List;

/**
 * A call that the service makes: {@code x-webhooks}. The generated {@code ApiWebhooks} lists those
 * of a document.
 *
 * @param <T> the class of what is sent
 * @param name the name in the document
 * @param method the HTTP method
 * @param payload the type of what is sent, as JSON
 * @param headers the names of the headers that come with it, such as that of a signature
 */
public record Webhook<T>(String name, String method, Type payload, List<String> headers) {
  /** Returns the adapter that reads and writes the payload. */
  public JsonAdapter<T> adapter(Moshi moshi) {
    return moshi.adapter(payload);
  }
}
