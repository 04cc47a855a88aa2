package dev.specwright.contract.mutation;

import dev.specwright.contract.driver.CredentialPlace.Place;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** What a client could do wrong with credentials. */
final class CredentialFaults {
  private static final Set<Place> HEADERS = Set.of(Place.BASIC, Place.BEARER, Place.HEADER);

  private CredentialFaults() {}

  static List<ClientMutation> all() {
    return List.of(
        of("token of a form dropped", CredentialFaults::withoutFormToken),
        of("credential of the path has another form", CredentialFaults::withOtherPath),
        of("header with a credential dropped", CredentialFaults::withoutHeader),
        of("query key dropped", out -> onQueryKey(out, name -> null)),
        of("query key renamed", out -> onQueryKey(out, name -> "api_" + name)),
        of("query key sent as a bearer token", CredentialFaults::asBearer),
        of("credential also in another header", out -> copied(out, "X-Copy", "")),
        of("credential also in Referer", out -> copied(out, "Referer", "https://example.com/?")),
        of("Authorization where nobody asks for it", CredentialFaults::withAuthorization),
        of("redirect followed", new FollowedRedirect()));
  }

  private static ClientMutation of(String name, Fault fault) {
    return new ClientMutation(name, true, fault);
  }

  private static Request withoutFormToken(Outgoing out) {
    return out.credential(Place.FORM)
        .map(place -> out.withField(place.parameter(), field -> null))
        .orElse(null);
  }

  private static Request withOtherPath(Outgoing out) {
    return out.operation()
        .parameters("path")
        .filter(each -> each.credential().isPresent())
        .flatMap(each -> out.segment(each).stream())
        .findFirst()
        .map(index -> out.withSegment(index, "abc"))
        .orElse(null);
  }

  private static Request withoutHeader(Outgoing out) {
    return out.credentials().stream()
        .filter(each -> HEADERS.contains(each.place()))
        .findFirst()
        .map(each -> out.request().newBuilder().removeHeader(each.parameter()).build())
        .orElse(null);
  }

  private static Request onQueryKey(Outgoing out, UnaryOperator<String> name) {
    return out.credential(Place.QUERY)
        .map(each -> out.withQueryName(each.parameter(), name.apply(each.parameter())))
        .orElse(null);
  }

  private static Request asBearer(Outgoing out) {
    return out.credential(Place.QUERY)
        .map(
            each ->
                out.withQueryName(each.parameter(), null)
                    .newBuilder()
                    .header("Authorization", "Bearer " + out.value(each))
                    .build())
        .orElse(null);
  }

  private static Request copied(Outgoing out, String header, String before) {
    return out.credentials().stream()
        .findFirst()
        .map(each -> out.withHeader(header, before + out.value(each)))
        .orElse(null);
  }

  private static Request withAuthorization(Outgoing out) {
    return out.request().header("Authorization") == null
        ? out.withHeader("Authorization", "Bearer example-access-token")
        : null;
  }

  /** Goes where an answer points, with all that the request has. */
  private static final class FollowedRedirect implements Fault {
    private final OkHttpClient http = new OkHttpClient();

    @Override
    public Request request(Outgoing out) {
      return out.credentials().isEmpty() ? null : out.request();
    }

    @Override
    public Response answer(Response response, Outgoing out) throws IOException {
      String location = response.header("Location");
      if (location == null) return response;
      response.close();
      try (Response other = http.newCall(out.withUrl(HttpUrl.get(location))).execute()) {
        ResponseBody body =
            ResponseBody.create(other.body().byteString(), other.body().contentType());
        // OkHttp asks for an answer that nobody has handed on before.
        return other.newBuilder().networkResponse(null).body(body).build();
      }
    }
  }
}
