package dev.specwright.contract.mutation;

import java.io.IOException;
import okhttp3.Request;
import okhttp3.Response;

/** What is wrong with a client. */
interface Fault {
  /** Returns the request as the client would send it, or null where there is no place for it. */
  Request request(Outgoing outgoing) throws IOException;

  /** Returns the answer as the client would take it. */
  default Response answer(Response response, Outgoing outgoing) throws IOException {
    return response;
  }
}
