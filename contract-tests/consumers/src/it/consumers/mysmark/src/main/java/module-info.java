/** Needs the client and nothing else: it brings what its API shows. */
module consumer.mysmark {
  requires consumer.server;
  requires dev.specwright.mysmark;

  exports consumer.mysmark;
}
