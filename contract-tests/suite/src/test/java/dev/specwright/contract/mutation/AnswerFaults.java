package dev.specwright.contract.mutation;

import dev.specwright.contract.driver.Content;
import java.io.IOException;
import java.util.List;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** What a client could do wrong with an answer. */
final class AnswerFaults {
  private AnswerFaults() {}

  static List<ClientMutation> all() {
    return List.of(
        new ClientMutation("bytes of a download read as text", false, new Text()),
        new ClientMutation("error inside of a success overlooked", false, new NoError()));
  }

  private static Response with(Response response, String text) {
    return response
        .newBuilder()
        .body(ResponseBody.create(text, response.body().contentType()))
        .build();
  }

  /** Bytes that are no text do not survive it. */
  private static final class Text implements Fault {
    @Override
    public Request request(Outgoing out) {
      boolean isBinary =
          out.operation()
              .successes()
              .anyMatch(each -> each.content().filter(Content::isBinary).isPresent());
      return isBinary ? out.request() : null;
    }

    @Override
    public Response answer(Response response, Outgoing out) throws IOException {
      return with(response, response.body().string());
    }
  }

  /** The member of the error has a name that the client does not look for. */
  private static final class NoError implements Fault {
    @Override
    public Request request(Outgoing out) {
      boolean hasCode =
          out.operation().answers().stream()
              .filter(each -> !each.isSuccess())
              .flatMap(each -> each.content().stream())
              .filter(Content::isJson)
              .flatMap(each -> each.examples().values().stream())
              .anyMatch(each -> out.document().error("code", each).isPresent());
      return hasCode ? out.request() : null;
    }

    @Override
    public Response answer(Response response, Outgoing out) throws IOException {
      if (!response.isSuccessful()) return response;
      String name = "\"" + member(out) + "\":";
      return with(response, response.body().string().replace(name, "\"x\":"));
    }

    private static String member(Outgoing out) {
      return out.document().root().at("x-error", "code").text().split("/")[1];
    }
  }
}
