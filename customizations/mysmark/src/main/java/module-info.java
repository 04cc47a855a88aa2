/** The client of the MySmark API. */
module dev.specwright.mysmark {
  requires transitive dev.specwright.core;
  requires transitive dev.specwright.mysmark.generated;

  exports dev.specwright.mysmark;
}
