package dev.specwright.contract.mutation;

import dev.specwright.contract.driver.Document;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * A fault that a client could have, put into its requests on their way out, or into the answers on
 * their way in.
 *
 * @param name what is wrong with the client
 * @param ofCredentials whether it is about credentials
 * @param fault the fault
 */
public record ClientMutation(String name, boolean ofCredentials, Fault fault) {
  /** Whether {@code request} has a place for the fault. */
  public boolean strikes(Request request, Document document) throws IOException {
    Outgoing outgoing = Outgoing.of(request, document);
    return outgoing != null && fault.request(outgoing) != null;
  }

  /** Hands on a call as the faulty client would make it. */
  public Response intercept(Interceptor.Chain chain, Document document) throws IOException {
    Outgoing outgoing = Outgoing.of(chain.request(), document);
    Request changed = outgoing == null ? null : fault.request(outgoing);
    return changed == null
        ? chain.proceed(chain.request())
        : fault.answer(chain.proceed(changed), outgoing);
  }

  @Override
  public String toString() {
    return name;
  }
}
