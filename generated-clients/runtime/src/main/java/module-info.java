/** The few types that generated clients need. */
module dev.specwright.runtime {
  requires transitive com.squareup.moshi;
  requires transitive okhttp3;
  requires transitive okio;
  requires transitive org.jspecify;
  requires transitive retrofit2;

  exports dev.specwright.runtime;
}
