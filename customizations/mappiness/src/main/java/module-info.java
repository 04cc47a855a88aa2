/** The client of the Mappiness API. */
module dev.specwright.mappiness {
  requires transitive dev.specwright.core;
  requires transitive dev.specwright.mappiness.generated;

  exports dev.specwright.mappiness;
}
