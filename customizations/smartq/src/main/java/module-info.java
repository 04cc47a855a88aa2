/** The client of the smartQ API. */
module dev.specwright.smartq {
  requires transitive dev.specwright.core;
  requires transitive dev.specwright.smartq.generated;

  exports dev.specwright.smartq;
}
