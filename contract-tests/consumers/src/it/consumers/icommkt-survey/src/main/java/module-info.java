/** Needs the client and nothing else: it brings what its API shows. */
module consumer.icommkt {
  requires consumer.server;
  requires dev.specwright.icommkt;

  exports consumer.icommkt;
}
