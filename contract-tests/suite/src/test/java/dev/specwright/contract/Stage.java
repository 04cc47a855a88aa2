package dev.specwright.contract;

import dev.specwright.contract.driver.ClientSetup;
import dev.specwright.contract.driver.ClientSetups;
import dev.specwright.contract.driver.Document;
import dev.specwright.contract.driver.ScriptedServer;
import dev.specwright.prism.PrismServer;
import java.io.IOException;

/**
 * A document, and both servers that can stand in for its service.
 *
 * @param api the folder of the document
 * @param document the published document
 * @param setup builds the client
 * @param prism answers from the document, with strict checks
 * @param scripted answers what a test says
 */
record Stage(
    String api, Document document, ClientSetup setup, PrismServer prism, ScriptedServer scripted)
    implements AutoCloseable {

  static Stage open(String api) throws IOException {
    Document document = Document.read(Apis.document(api));
    ClientSetup setup = ClientSetups.of(api);
    PrismServer prism = PrismServer.mock(Apis.document(api)).strict(true).start();
    return new Stage(api, document, setup, prism, new ScriptedServer(document, setup));
  }

  @Override
  public void close() {
    prism.close();
    scripted.close();
  }
}
