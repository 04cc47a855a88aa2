package dev.specwright.mysmark;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A modifier "that allows specific actions to be performed on a subset of collections or
 * resources", always the last part of the URL: {@code /OWNER_ID/COLLECTION/RESOURCE_ID/KEYWORD}
 * (section 3.5 Keywords).
 *
 * <p>The documented keywords have generated methods of their own, such as {@code listObjectSmarks}.
 * Any other call of a resource can carry a keyword as a tag, a documented one or one that MySmark
 * gave you and the page does not name:
 *
 * <pre>{@code
 * Keyword votes = Keyword.of("votes", "objects");
 * mysmark.objects().getObject("me", "54321").tag(Keyword.class, votes).fetch();
 * // GET /api/me/objects/54321/votes
 * }</pre>
 *
 * <p>The answer is decoded as that of the call that carries the keyword. A keyword that does not
 * apply to the call's collection, or that would not be the last part of the URL, is refused before
 * anything is sent, with a {@link dev.specwright.core.RequestRefusedException}; and so is one on
 * {@code registerUser}, a POST that the client may repeat, as what the keyword makes of it may not
 * be. Which collections a keyword applies to is checked; which HTTP methods is not.
 */
public final class Keyword {
  /** The widgets of an object or event. Section 3.5.1. */
  public static final Keyword STEPS = documented("steps");

  /** A transaction of a linked user. Section 3.5.2. */
  public static final Keyword TRANSACTION = documented("transaction");

  /** A smark on behalf of a linked user. Section 3.5.3. */
  public static final Keyword SMARK = documented("smark");

  /** The smarks done on an object or event. Section 3.5.4. */
  public static final Keyword SMARKS = documented("smarks");

  private final String name;
  private final SortedSet<String> collections;

  private Keyword(String name, SortedSet<String> collections) {
    this.name = name;
    this.collections = Collections.unmodifiableSortedSet(collections);
  }

  /** Returns all keywords of the document. */
  public static Set<Keyword> documented() {
    return DocumentedKeywords.BY_NAME.keySet().stream()
        .map(Keyword::documented)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Keyword documented(String name) {
    SortedSet<String> collections = DocumentedKeywords.BY_NAME.get(name);
    if (collections == null) {
      throw new IllegalStateException("The document has no operation with the keyword " + name);
    }
    return new Keyword(name, collections);
  }

  /**
   * Returns a keyword that the document does not have.
   *
   * @param name the last part of the URL: letters, digits, {@code -} and {@code _}
   * @param collections the collections that it applies to, at least one of the document's
   * @throws IllegalArgumentException if the name or a collection does not fit, or if the document
   *     has the keyword: then it also says which collections it applies to
   */
  public static Keyword of(String name, String... collections) {
    if (!name.matches("[A-Za-z0-9_-]+")) {
      throw new IllegalArgumentException(
          "Expected a keyword of letters, digits, - and _ but found \""
              + name
              + "\". A keyword is one part of a URL.");
    }
    if (DocumentedKeywords.BY_NAME.containsKey(name)) {
      throw new IllegalArgumentException(
          "Expected a keyword that the document does not have but found \""
              + name
              + "\". Use Keyword's constant for it.");
    }
    if (collections.length == 0
        || !DocumentedKeywords.COLLECTIONS.containsAll(Arrays.asList(collections))) {
      throw new IllegalArgumentException(
          "Expected one or more of the collections "
              + DocumentedKeywords.COLLECTIONS
              + " but found "
              + Arrays.toString(collections)
              + ". A keyword can only stand behind a resource of these.");
    }
    return new Keyword(name, new TreeSet<>(Arrays.asList(collections)));
  }

  /** The last part of the URL. */
  public String name() {
    return name;
  }

  /** The collections that it applies to, in alphabetical order. */
  public Set<String> collections() {
    return collections;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Keyword that
        && name.equals(that.name)
        && collections.equals(that.collections);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + collections.hashCode();
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
