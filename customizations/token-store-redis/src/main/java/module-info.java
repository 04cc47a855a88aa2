/** Tokens that several processes share by way of Redis. */
module dev.specwright.redis {
  requires transitive dev.specwright.core;
  requires transitive redis.clients.jedis;
  // Jedis needs them, and cannot say so: its jar has no descriptor.
  requires com.google.gson;
  requires org.apache.commons.pool2;
  requires org.json;

  exports dev.specwright.redis;
}
