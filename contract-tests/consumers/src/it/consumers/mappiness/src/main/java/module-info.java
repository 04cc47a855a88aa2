/** Needs the client and nothing else: it brings what its API shows. */
module consumer.mappiness {
  requires consumer.server;
  requires dev.specwright.mappiness;

  exports consumer.mappiness;
}
