package dev.specwright.mysmark;

import dev.specwright.mysmark.api.ApiDocument;
import dev.specwright.runtime.Operation;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The collections and keywords that the document's operations have. */
final class DocumentedKeywords {
  /** The collections. */
  static final Set<String> COLLECTIONS;

  /** The collections of each keyword. */
  static final Map<String, SortedSet<String>> BY_NAME;

  static {
    SortedSet<String> collections = new TreeSet<>();
    Map<String, SortedSet<String>> keywords = new TreeMap<>();
    for (Operation operation : ApiDocument.DESCRIPTION.operations()) {
      ResourcePath path = ResourcePath.of(operation.path());
      if (path.collection() == null) continue;
      collections.add(path.collection());
      if (path.keyword() != null) {
        keywords.computeIfAbsent(path.keyword(), name -> new TreeSet<>()).add(path.collection());
      }
    }
    COLLECTIONS = Collections.unmodifiableSortedSet(collections);
    BY_NAME = Collections.unmodifiableMap(keywords);
  }

  private DocumentedKeywords() {}
}
