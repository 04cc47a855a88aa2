import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.specwright.icommkt.webhook.AnswerNotification;
import dev.specwright.icommkt.webhook.WebhookException;
import dev.specwright.icommkt.webhook.WebhookVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Receives answers: the page that a webhook points to. How calls are signed is an assumption. */
public final class ReceiveAnswer {
  private static final WebhookVerifier VERIFIER =
      WebhookVerifier.builder().secret(System.getenv("ICOMMKT_SURVEY_WEBHOOK_SECRET")).build();

  private ReceiveAnswer() {}

  public static void main(String[] args) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 4011);
    HttpServer server = HttpServer.create(address, 0);
    server.createContext("/", ReceiveAnswer::receive);
    server.start();
  }

  private static void receive(HttpExchange call) throws IOException {
    try (call) {
      String signature = call.getRequestHeaders().getFirst(WebhookVerifier.HEADER);
      AnswerNotification answer = VERIFIER.verify(signature, call.getRequestBody().readAllBytes());
      System.out.println("Answer, signed at " + answer.signedAt());
      call.sendResponseHeaders(200, -1);
    } catch (WebhookException untrusted) {
      call.sendResponseHeaders(400, -1);
    }
  }
}
