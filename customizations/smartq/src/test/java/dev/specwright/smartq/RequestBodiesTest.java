package dev.specwright.smartq;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.specwright.smartq.model.ChoiceType;
import dev.specwright.smartq.model.CustomFieldInput;
import dev.specwright.smartq.model.CustomFieldOptionsInput;
import dev.specwright.smartq.model.CustomFieldType;
import dev.specwright.smartq.model.CustomFieldValueInput;
import dev.specwright.smartq.model.NoteInput;
import dev.specwright.smartq.model.ProjectInput;
import dev.specwright.smartq.model.RoleInput;
import dev.specwright.smartq.model.StepInput;
import dev.specwright.smartq.model.Ticket;
import dev.specwright.smartq.model.TicketInput;
import dev.specwright.smartq.model.UserInput;
import java.math.BigDecimal;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole bodies, as PHP's http_build_query makes them of the arrays in the page's examples. */
class RequestBodiesTest {
  private static final String TICKET =
      "ticket%5Bname%5D=New+Ticket"
          + "&ticket%5Bdescription%5D=New+Ticket+Description"
          + "&ticket%5Bstep_id%5D=88888"
          + "&ticket%5Bassigned_to%5D%5B0%5D=1"
          + "&ticket%5Bassigned_to%5D%5B1%5D=2"
          + "&ticket%5Bassigned_to%5D%5B2%5D=3"
          + "&ticket%5Bassigned_to%5D%5B3%5D=5";

  private FakeSmartQ fake;
  private SmartQ smartQ;

  @BeforeEach
  void start() throws Exception {
    fake = new FakeSmartQ().data("{\"id\":77777}");
    smartQ = fake.client();
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private static TicketInput.Builder ticket() {
    return TicketInput.builder()
        .name("New Ticket")
        .description("New Ticket Description")
        .stepId(88888L)
        .assignedTo(List.of(1L, 2L, 3L, 5L));
  }

  @Test
  void addTicket() throws Exception {
    Ticket added = smartQ.tickets().createTicket(99999, ticket().build()).fetch();

    assertEquals(77777, added.id());
    RecordedRequest request = fake.request();
    assertEquals("POST /api/v1/projects/99999/tickets HTTP/1.1", request.getRequestLine());
    assertEquals("application/x-www-form-urlencoded", request.getHeaders().get("Content-Type"));
    assertEquals(TICKET, request.getBody().utf8());
  }

  @Test
  void addTicketWithCustomFields() throws Exception {
    smartQ
        .tickets()
        .createTicket(
            99999,
            ticket()
                .additionalProperty("f3", "some important info")
                .additionalProperty("f4", 2013)
                .additionalProperty("f5", List.of(1234, 4321))
                .build())
        .fetch();

    assertEquals(
        TICKET
            + "&ticket%5Bf3%5D=some+important+info"
            + "&ticket%5Bf4%5D=2013"
            + "&ticket%5Bf5%5D%5B0%5D=1234"
            + "&ticket%5Bf5%5D%5B1%5D=4321",
        fake.body());
  }

  @Test
  void customFieldOfEachTypeGoesUnderItsName() throws Exception {
    smartQ
        .tickets()
        .updateTicket(
            99999,
            77777,
            TicketInput.builder()
                .name("a")
                .stepId(88888L)
                .additionalProperty("string", "a&b")
                .additionalProperty("text", "two\nlines")
                .additionalProperty("float", 20.125)
                .additionalProperty("exact", new BigDecimal("0.10"))
                .additionalProperty("radio", 1234L)
                .additionalProperty("checkbox", List.of(1234L, 4321L))
                .build())
        .fetch();

    assertEquals(
        "ticket%5Bname%5D=a&ticket%5Bstep_id%5D=88888"
            + "&ticket%5Bstring%5D=a%26b"
            + "&ticket%5Btext%5D=two%0Alines"
            + "&ticket%5Bfloat%5D=20.125"
            + "&ticket%5Bexact%5D=0.10"
            + "&ticket%5Bradio%5D=1234"
            + "&ticket%5Bcheckbox%5D%5B0%5D=1234"
            + "&ticket%5Bcheckbox%5D%5B1%5D=4321",
        fake.body());
  }

  @Test
  void flagsAreOneAndZero() throws Exception {
    smartQ
        .tickets()
        .updateTicket(
            99999,
            77777,
            TicketInput.builder().name("a").stepId(88888L).notifyInvolved(false).build())
        .fetch();

    RecordedRequest request = fake.request();
    assertEquals("PUT /api/v1/projects/99999/tickets/77777 HTTP/1.1", request.getRequestLine());
    assertEquals(
        "ticket%5Bname%5D=a&ticket%5Bstep_id%5D=88888&ticket%5Bnotify_involved%5D=0",
        request.getBody().utf8());
  }

  @Test
  void charactersOfFormsAndOtherScriptsSurvive() throws Exception {
    smartQ
        .projects()
        .createProject(ProjectInput.builder().name("a&b=c+d %[] ü\n\"'").build())
        .fetch();
    assertEquals("project%5Bname%5D=a%26b%3Dc%2Bd+%25%5B%5D+%C3%BC%0A%22%27", fake.body());
  }

  @Test
  void addProject() throws Exception {
    smartQ
        .projects()
        .createProject(
            ProjectInput.builder()
                .name("New Project")
                .description("New Project Description")
                .build())
        .fetch();
    assertEquals(
        "project%5Bname%5D=New+Project&project%5Bdescription%5D=New+Project+Description",
        fake.body());
  }

  @Test
  void addNoteSendsTextAsTheReferenceSaysAndNotNameAsTheExampleDoes() throws Exception {
    smartQ
        .notes()
        .createNote(
            99999,
            77777,
            NoteInput.builder()
                .text("New Note")
                .private_(true)
                .users(List.of(1L, 5L))
                .hasAttachments(true)
                .build())
        .fetch();
    assertEquals(
        "note%5Btext%5D=New+Note&note%5Bprivate%5D=1&note%5Busers%5D%5B0%5D=1"
            + "&note%5Busers%5D%5B1%5D=5&note%5Bhas_attachments%5D=1",
        fake.body());
  }

  @Test
  void addUser() throws Exception {
    smartQ
        .users()
        .createUser(
            UserInput.builder()
                .name("New User")
                .email("new.user@domain.com")
                .password("11111")
                .canManageProjects(true)
                .build())
        .fetch();
    assertEquals(
        "user%5Bname%5D=New+User&user%5Bemail%5D=new.user%40domain.com&user%5Bpassword%5D=11111"
            + "&user%5Bcan_manage_projects%5D=1",
        fake.body());
  }

  @Test
  void addRoleAndStep() throws Exception {
    fake.data("{\"id\":1}");
    smartQ
        .roles()
        .createRole(99999, RoleInput.builder().name("Tester").accessLevel(3).maxStep(347L).build())
        .fetch();
    assertEquals(
        "role%5Bname%5D=Tester&role%5Baccess_level%5D=3&role%5Bmax_step%5D=347", fake.body());

    smartQ
        .steps()
        .createStep(99999, StepInput.builder().name("Done").limit(10).pos(2).build())
        .fetch();
    assertEquals("step%5Bname%5D=Done&step%5Blimit%5D=10&step%5Bpos%5D=2", fake.body());
  }

  @Test
  void optionsOfACustomFieldAreBracketsInBrackets() throws Exception {
    smartQ
        .customFields()
        .createCustomField(
            99999,
            CustomFieldInput.builder()
                .type(CustomFieldType.CHOICE)
                .label("Priority")
                .required(true)
                .options(CustomFieldOptionsInput.builder().choiceType(ChoiceType.RADIO).build())
                .build())
        .fetch();
    assertEquals(
        "field%5Btype%5D=choice&field%5Blabel%5D=Priority&field%5Brequired%5D=1"
            + "&field%5Boptions%5D%5BchoiceType%5D=radio",
        fake.body());
  }

  @Test
  void addCustomFieldValue() throws Exception {
    smartQ
        .customFieldValues()
        .createCustomFieldValue(
            99999,
            "f5",
            CustomFieldValueInput.builder().title("High").isDefault(true).pos(1).build())
        .fetch();
    RecordedRequest request = fake.request();
    assertEquals(
        "POST /api/v1/projects/99999/custom_fields/f5/values HTTP/1.1", request.getRequestLine());
    assertEquals(
        "value%5Btitle%5D=High&value%5Bis_default%5D=1&value%5Bpos%5D=1", request.getBody().utf8());
  }
}
