package dev.specwright.benchmarks.rival;

/** An object to add to MySmark as the rivals write it. */
@SuppressWarnings("MemberName") // The JSON names, so that no writer has to map them.
public final class NewObject {
  public String name;
  public String description;
  public String url;
  public String image;
  public boolean singleVote;
  public boolean requiresSpecialPermissions;
  public long expires;
  public String category;
  public String externalReference;
}
