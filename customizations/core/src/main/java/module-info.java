/** What the clients share: credentials, tokens, retries, errors, paging, redaction. */
module dev.specwright.core {
  requires transitive dev.specwright.runtime;

  exports dev.specwright.core;
}
