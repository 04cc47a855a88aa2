package dev.specwright.mappiness;

import dev.specwright.core.FaultMatrix;
import dev.specwright.core.Probe;
import dev.specwright.mappiness.model.ResponseRow;
import dev.specwright.mappiness.model.SignedUrl;
import dev.specwright.runtime.ApiCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import okhttp3.ResponseBody;
import okio.Okio;

/** Everything that may go wrong on the wire; the API only reads. */
class FaultsTest extends FaultMatrix<Mappiness, Mappiness.Builder> {
  private static final String SERVER = "https://mappiness.me/";

  @Override
  protected Mappiness.Builder builder() {
    return Mappiness.builder().secret(FakeMappiness.SECRET).linkServer(SERVER);
  }

  @Override
  protected Mappiness build(Mappiness.Builder builder) {
    return builder.build();
  }

  @Override
  protected ApiCall<?> read(Mappiness client) {
    return client.exports().listResponses();
  }

  @Override
  protected List<String> secrets() {
    return List.of(FakeMappiness.SECRET);
  }

  @Override
  protected List<Probe<Mappiness, ?>> more() {
    return List.of(
        Probe.<Mappiness, List<ResponseRow>>read(
                "rows of JSON", mappiness -> mappiness.exports().listResponses(), "[{}]")
            .streams((mappiness, call) -> count(mappiness.rows(call))),
        Probe.<Mappiness, ResponseBody>read(
                "rows of CSV", mappiness -> mappiness.exports().exportResponsesCsv(), "notes\nx\n")
            .streams((mappiness, call) -> count(mappiness.csvRows(call))),
        Probe.<Mappiness, ResponseBody>read(
                "XLS",
                mappiness -> mappiness.exports().exportResponsesXls(),
                "a workbook".repeat(50))
            .isReadByItsCaller((mappiness, call) -> length(call.fetch())),
        Probe.<Mappiness, List<ResponseRow>>read(
                "responses by link",
                mappiness -> opened(mappiness, FakeMappiness.HAPPY, "mappiness.json").responses(),
                "[{}]")
            .carries(inLink(FakeMappiness.HAPPY)),
        Probe.<Mappiness, ResponseBody>read(
                "rows of CSV by link",
                mappiness -> opened(mappiness, FakeMappiness.HAPPY, "mappiness.csv").csv(),
                "notes\nx\n")
            .carries(inLink(FakeMappiness.HAPPY))
            .streams((mappiness, call) -> count(mappiness.csvRows(call))),
        Probe.<Mappiness, ResponseBody>read(
                "photo by link",
                mappiness ->
                    opened(mappiness, FakeMappiness.PHOTO_3, "private_photos/3.jpg").photo(),
                "a picture".repeat(50))
            .carries(inLink(FakeMappiness.PHOTO_3))
            .isReadByItsCaller((mappiness, call) -> length(call.fetch())),
        Probe.<Mappiness, SignedUrl>read(
                "signature",
                mappiness -> mappiness.signatures().signResponses(),
                "{\"url\":\"" + link(FakeMappiness.HAPPY, "mappiness.json").url() + "\"}")
            .takesHtmlForARefusal());
  }

  /** The HMAC string is a secret without its participant as well. */
  private static List<String> inLink(String hmac) {
    return List.of(hmac, hmac.substring(hmac.indexOf('.') + 1));
  }

  private static OpenedLink opened(Mappiness client, String hmac, String target) {
    return client.open(link(hmac, target));
  }

  private static MappinessLink link(String hmac, String target) {
    return MappinessLink.parse(SERVER + "u/" + hmac + "/" + target);
  }

  private static long count(Rows rows) {
    try (rows) {
      return rows.stream().count();
    }
  }

  private static long length(ResponseBody body) {
    try (body) {
      return body.source().readAll(Okio.blackhole());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String readAnswer() {
    return "[]";
  }

  @Override
  protected List<String> wrongAnswers() {
    return List.of(
        "[\"happy\"]",
        "[{\"happy\":\"very\"}]",
        "[{\"happy\":[0.5]}]",
        "[{\"happy\":true}]",
        "[{\"start_time_epoch\":1e40}]",
        "[{\"start_time_epoch\":\"now\"}]",
        "[{\"start_time\":1306170252}]",
        "[{\"with_friends\":2}]",
        "[{\"photo_url\":{}}]");
  }

  @Override
  public String error(String text) {
    return "{\"error\":\"" + text + "\"}";
  }
}
