import dev.specwright.mysmark.MySmark;
import dev.specwright.mysmark.model.CreatedId;
import dev.specwright.mysmark.model.ObjectCreation;
import java.time.Instant;

/** Creates an object. */
public final class CreateObject {
  private CreateObject() {}

  public static void main(String[] args) {
    try (MySmark mysmark =
        MySmark.builder()
            .server(System.getenv("MYSMARK_SERVER"))
            .clientId(System.getenv("MYSMARK_CLIENT_ID"))
            .clientSecret(System.getenv("MYSMARK_CLIENT_SECRET"))
            .build()) {
      ObjectCreation conference =
          ObjectCreation.builder()
              .name("Web Summit 2015")
              .category("conference")
              .singleVote(false)
              .expires(Instant.parse("2015-11-06T00:00:00Z"))
              .build();
      CreatedId created = mysmark.objects().createObject(mysmark.owner(), conference).fetch();
      System.out.println(MySmark.idOf(created));
    }
  }
}
