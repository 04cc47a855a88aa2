import dev.specwright.smartq.SmartQ;
import dev.specwright.smartq.model.User;

/** Gets your own details: a good first call, to see whether the keys work. */
public final class GetMe {
  private GetMe() {}

  public static void main(String[] args) {
    try (SmartQ smartq =
        SmartQ.builder()
            .server(System.getenv("SMARTQ_SERVER")) // or .account("demo")
            .login(System.getenv("SMARTQ_BASIC_USER"), System.getenv("SMARTQ_BASIC_PASSWORD"))
            .clientId(System.getenv("SMARTQ_CLIENT_ID"))
            .build()) {
      User me = smartq.users().getMe().fetch();
      System.out.println(me);
    }
  }
}
