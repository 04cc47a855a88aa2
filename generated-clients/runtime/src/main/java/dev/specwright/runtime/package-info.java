/**
 * What generated clients are made of besides Retrofit, Moshi and OkHttp: the call, the annotations
 * that carry the document's facts to run time, and the JSON and form encodings of a document.
 */
@NullMarked
package dev.specwright.runtime;

import org.jspecify.annotations.NullMarked;
