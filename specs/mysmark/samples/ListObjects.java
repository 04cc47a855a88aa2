import dev.specwright.mysmark.MySmark;
import dev.specwright.mysmark.model.ObjectList;

/** Lists the objects of one page; allObjects() goes through all pages. */
public final class ListObjects {
  private ListObjects() {}

  public static void main(String[] args) {
    try (MySmark mysmark =
        MySmark.builder()
            .server(System.getenv("MYSMARK_SERVER"))
            .clientId(System.getenv("MYSMARK_CLIENT_ID"))
            .clientSecret(System.getenv("MYSMARK_CLIENT_SECRET"))
            .build()) {
      ObjectList page = mysmark.objects().listObjects(mysmark.owner()).fetch();
      page.rows().forEach(System.out::println);
    }
  }
}
