/** The client of the ICOMMKT Survey API. */
module dev.specwright.icommkt {
  requires transitive dev.specwright.core;
  requires transitive dev.specwright.icommkt.generated;

  exports dev.specwright.icommkt;
  exports dev.specwright.icommkt.webhook;
}
