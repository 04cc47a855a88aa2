/** What the consumers share. */
module consumer.server {
  requires transitive jdk.httpserver;

  exports consumer.server;
}
