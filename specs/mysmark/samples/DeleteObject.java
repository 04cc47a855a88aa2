import dev.specwright.mysmark.MySmark;

/** Deletes an object that nobody has smarked yet. */
public final class DeleteObject {
  private DeleteObject() {}

  public static void main(String[] args) {
    try (MySmark mysmark =
        MySmark.builder()
            .server(System.getenv("MYSMARK_SERVER"))
            .clientId(System.getenv("MYSMARK_CLIENT_ID"))
            .clientSecret(System.getenv("MYSMARK_CLIENT_SECRET"))
            .build()) {
      mysmark.objects().deleteObject(mysmark.owner(), "54321").fetch();
    }
  }
}
