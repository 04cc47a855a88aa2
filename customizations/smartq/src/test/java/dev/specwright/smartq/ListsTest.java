package dev.specwright.smartq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.specwright.core.Pages;
import dev.specwright.smartq.api.ProjectsApi.ListProjectsOptions;
import dev.specwright.smartq.api.TicketsApi.ListTicketsOptions;
import dev.specwright.smartq.model.Project;
import dev.specwright.smartq.model.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListsTest {
  private FakeSmartQ fake;

  @BeforeEach
  void start() throws Exception {
    fake = new FakeSmartQ();
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  @Test
  void rowsAreInItemsOfData() {
    fake.data("{\"items\":[{\"id\":\"99999\",\"name\":\"New Project\"}],\"total\":1}");

    List<Project> projects = fake.client().projects().listProjects().fetch().items();

    assertEquals(1, projects.size());
    assertEquals(99999, projects.get(0).id()); // PHP's "99999"
  }

  @Test
  void tenProjectsFromTheTwentieth() throws Exception {
    fake.data("{\"items\":[]}");

    fake.client()
        .projects()
        .listProjects(ListProjectsOptions.builder().count(10).offset(20).build())
        .fetch();

    assertEquals("/api/v1/projects?count=10&offset=20", fake.request().getTarget());
  }

  @Test
  void pagesGoOnAtTheNextOffsetUntilOneIsEmpty() throws Exception {
    fake.data("{\"items\":[{\"id\":1},{\"id\":2}]}").data("{\"items\":[{\"id\":3}]}");
    fake.data("{\"items\":[]}");

    List<Long> ids = new ArrayList<>();
    for (Ticket ticket : fake.client().allTickets(99999)) ids.add(ticket.id());

    assertEquals(List.of(1L, 2L, 3L), ids);
    assertEquals("/api/v1/projects/99999/tickets", fake.request().getTarget());
    assertEquals("/api/v1/projects/99999/tickets?offset=2", fake.request().getTarget());
    assertEquals("/api/v1/projects/99999/tickets?offset=3", fake.request().getTarget());
  }

  @Test
  void pagesKeepTheQuery() throws Exception {
    fake.data("{\"items\":[{\"id\":77777,\"custom_fields\":{\"f3\":\"x\",\"f5\":599}}]}");
    fake.data("{\"items\":[]}");
    ListTicketsOptions query =
        ListTicketsOptions.builder().customFields(true).assignedTo(false).count(1).build();

    List<Ticket> tickets =
        Pages.of(fake.client().tickets().listTickets(99999, query)).stream().toList();

    assertEquals(Map.of("f3", "x", "f5", 599L), tickets.get(0).customFields());
    String first = "/api/v1/projects/99999/tickets?custom_fields=1&assigned_to=0&count=1";
    assertEquals(first, fake.request().getTarget());
    assertEquals(first + "&offset=1", fake.request().getTarget());
  }

  @Test
  void everyListHasPages() throws Exception {
    SmartQ smartQ = fake.client();
    List<Pages<?>> lists =
        List.of(
            smartQ.allUsers(),
            smartQ.allProjects(),
            smartQ.allRoles(99999),
            smartQ.allSteps(99999),
            smartQ.allCustomFields(99999),
            smartQ.allCustomFieldValues(99999, "f5"),
            smartQ.allTickets(99999),
            smartQ.allNotes(99999, 77777),
            smartQ.allFiles(99999, 77777, 55555));
    List<String> targets = new ArrayList<>();
    for (Pages<?> list : lists) {
      fake.data("{\"items\":[]}");
      assertFalse(list.iterator().hasNext());
      targets.add(fake.request().getTarget());
    }
    assertEquals(
        List.of(
            "/api/v1/users",
            "/api/v1/projects",
            "/api/v1/projects/99999/roles",
            "/api/v1/projects/99999/steps",
            "/api/v1/projects/99999/custom_fields",
            "/api/v1/projects/99999/custom_fields/f5/values",
            "/api/v1/projects/99999/tickets",
            "/api/v1/projects/99999/tickets/77777/notes",
            "/api/v1/projects/99999/tickets/77777/notes/55555/files"),
        targets);
  }
}
