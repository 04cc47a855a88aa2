import dev.specwright.smartq.SmartQ;
import dev.specwright.smartq.api.ProjectsApi.ListProjectsOptions;

/** Lists ten projects, from the 21st on; allProjects() goes through all. */
public final class ListProjects {
  private ListProjects() {}

  public static void main(String[] args) {
    try (SmartQ smartq =
        SmartQ.builder()
            .server(System.getenv("SMARTQ_SERVER")) // or .account("demo")
            .login(System.getenv("SMARTQ_BASIC_USER"), System.getenv("SMARTQ_BASIC_PASSWORD"))
            .clientId(System.getenv("SMARTQ_CLIENT_ID"))
            .build()) {
      ListProjectsOptions query = ListProjectsOptions.builder().count(10).offset(20).build();
      smartq.projects().listProjects(query).fetch().rows().forEach(System.out::println);
    }
  }
}
