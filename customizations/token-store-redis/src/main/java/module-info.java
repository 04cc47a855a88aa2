/** Tokens that several processes share by way of Redis. */
module dev.specwright.redis {
  requires transitive dev.specwright.core;
  requires transitive redis.clients.jedis;

  exports dev.specwright.redis;
}
