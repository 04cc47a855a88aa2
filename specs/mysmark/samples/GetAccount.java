import dev.specwright.mysmark.MySmark;
import dev.specwright.mysmark.model.Account;

/** Retrieves the account. */
public final class GetAccount {
  private GetAccount() {}

  public static void main(String[] args) {
    try (MySmark mysmark =
        MySmark.builder()
            .server(System.getenv("MYSMARK_SERVER"))
            .clientId(System.getenv("MYSMARK_CLIENT_ID"))
            .clientSecret(System.getenv("MYSMARK_CLIENT_SECRET"))
            .build()) {
      Account account = mysmark.accounts().getAccount(mysmark.owner()).fetch();
      System.out.println(account);
    }
  }
}
