/** Needs a client and the store of its tokens: they bring what their API shows. */
module consumer.redis {
  requires consumer.server;
  requires dev.specwright.icommkt;
  requires dev.specwright.redis;
}
