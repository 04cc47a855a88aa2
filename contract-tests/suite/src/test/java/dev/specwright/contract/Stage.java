package dev.specwright.contract;

import dev.specwright.contract.driver.ClientSetup;
import dev.specwright.contract.driver.ClientSetups;
import dev.specwright.contract.driver.Document;
import dev.specwright.contract.driver.ScriptedServer;
import java.io.IOException;
import java.net.URI;

/**
 * A document, and both servers that can stand in for its service.
 *
 * @param api the folder of the document
 * @param document the published document
 * @param setup builds the client
 * @param prism answers from the document, with strict checks
 * @param scripted answers what a test says
 */
record Stage(String api, Document document, ClientSetup setup, URI prism, ScriptedServer scripted)
    implements AutoCloseable {

  static Stage open(String api, URI prism) throws IOException {
    Document document = Document.read(Apis.document(api));
    ClientSetup setup = ClientSetups.of(api);
    return new Stage(api, document, setup, prism, new ScriptedServer(document, setup));
  }

  /** Returns this with another Prism. */
  Stage with(URI other) {
    return new Stage(api, document, setup, other, scripted);
  }

  @Override
  public void close() {
    scripted.close();
  }
}
