import dev.specwright.mysmark.MySmark;
import dev.specwright.mysmark.model.ObjectUpdate;
import dev.specwright.mysmark.model.SmarkObject;

/** Renames an object. What is not set stays as it is. */
public final class UpdateObject {
  private UpdateObject() {}

  public static void main(String[] args) {
    try (MySmark mysmark =
        MySmark.builder()
            .server(System.getenv("MYSMARK_SERVER"))
            .clientId(System.getenv("MYSMARK_CLIENT_ID"))
            .clientSecret(System.getenv("MYSMARK_CLIENT_SECRET"))
            .build()) {
      ObjectUpdate rename = ObjectUpdate.builder().name("My new name").build();
      SmarkObject updated =
          mysmark.objects().updateObject(mysmark.owner(), "54321", rename).fetch();
      System.out.println(updated);
    }
  }
}
