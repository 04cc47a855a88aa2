/** Needs the client and nothing else: it brings what its API shows. */
module consumer.smartq {
  requires consumer.server;
  requires dev.specwright.smartq;

  exports consumer.smartq;
}
