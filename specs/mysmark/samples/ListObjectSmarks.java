import dev.specwright.mysmark.MySmark;
import dev.specwright.mysmark.model.SmarkList;

/** Lists the last five smarks of an object; allObjectSmarks(id) goes through all pages. */
public final class ListObjectSmarks {
  private ListObjectSmarks() {}

  public static void main(String[] args) {
    try (MySmark mysmark =
        MySmark.builder()
            .server(System.getenv("MYSMARK_SERVER"))
            .clientId(System.getenv("MYSMARK_CLIENT_ID"))
            .clientSecret(System.getenv("MYSMARK_CLIENT_SECRET"))
            .build()) {
      SmarkList page = mysmark.objects().listObjectSmarks(mysmark.owner(), "54321").fetch();
      page.rows().forEach(System.out::println);
    }
  }
}
