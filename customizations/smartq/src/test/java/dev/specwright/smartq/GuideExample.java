package dev.specwright.smartq;

import dev.specwright.core.OutcomeUnknownException;
import dev.specwright.core.Pages;
import dev.specwright.runtime.ApiCall;
import dev.specwright.smartq.api.TicketsApi.ListTicketsOptions;
import dev.specwright.smartq.model.Attachment;
import dev.specwright.smartq.model.ChoiceType;
import dev.specwright.smartq.model.CustomField;
import dev.specwright.smartq.model.CustomFieldInput;
import dev.specwright.smartq.model.CustomFieldOptionsInput;
import dev.specwright.smartq.model.CustomFieldType;
import dev.specwright.smartq.model.CustomFieldValue;
import dev.specwright.smartq.model.CustomFieldValueInput;
import dev.specwright.smartq.model.Note;
import dev.specwright.smartq.model.NoteInput;
import dev.specwright.smartq.model.Project;
import dev.specwright.smartq.model.ProjectInput;
import dev.specwright.smartq.model.Role;
import dev.specwright.smartq.model.RoleInput;
import dev.specwright.smartq.model.Step;
import dev.specwright.smartq.model.StepInput;
import dev.specwright.smartq.model.Ticket;
import dev.specwright.smartq.model.TicketInput;
import dev.specwright.smartq.model.User;
import dev.specwright.smartq.model.UserInput;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;

/** The examples of GUIDE.md: the lines between the markers. */
final class GuideExample {
  private GuideExample() {}

  static void client(String email, String password, String key) {
    // readme
    SmartQ smartQ =
        SmartQ.builder()
            .account("demo") // https://demo.smartqweb.com
            .login(email, password)
            .clientId(key) // "Options" > "API"
            .build();
    // end
    smartQ.close();
  }

  static void server(String email, String password, String key) {
    // readme
    SmartQ smartQ =
        SmartQ.builder()
            .server("https://tickets.example.com") // in place of the account
            .login(email, password)
            .clientId(key)
            .build();
    // end
    smartQ.close();
  }

  static void parameter(SmartQ.Builder builder) {
    // readme
    SmartQ smartQ = builder.clientIdAsParameter().build();
    User me = smartQ.users().getMe().fetch();
    // GET /api/v1/users/me?X_AUTH_CLIENT_ID=69a4d22883c57c436c4431c3982eecb2
    // end
    System.out.println(me.name());
  }

  static void users(SmartQ smartQ) {
    // readme
    UserInput ann =
        UserInput.builder()
            .name("Ann Other")
            .email("ann@example.com")
            .password("not-a-real-one")
            .canManageProjects(true)
            .build();
    User created = smartQ.users().createUser(ann).fetch();
    // POST /api/v1/users
    //   user[name]=Ann Other&user[email]=ann@example.com
    //   &user[password]=not-a-real-one&user[can_manage_projects]=1
    for (User each : smartQ.allUsers()) System.out.println(each.email());
    // GET /api/v1/users
    // GET /api/v1/users?offset=1
    // end
    System.out.println(created.id());
  }

  static void projects(SmartQ smartQ) {
    // readme
    ProjectInput input =
        ProjectInput.builder().name("New Project").description("New Project Description").build();
    Project project = smartQ.projects().createProject(input).fetch();
    // POST /api/v1/projects
    //   project[name]=New Project&project[description]=New Project Description

    ProjectInput renamed = ProjectInput.builder().name("Old Project").build();
    smartQ.projects().updateProject(99999, renamed).fetch();
    // PUT /api/v1/projects/99999 project[name]=Old Project
    smartQ.projects().deleteProject(99999).fetch();
    // DELETE /api/v1/projects/99999
    List<Project> three = smartQ.allProjects().pageSize(3).stream().limit(3).toList();
    // GET /api/v1/projects?count=3
    // end
    System.out.println(project.id() + " " + three.size());
  }

  static void roles(SmartQ smartQ) {
    // readme
    RoleInput tester = RoleInput.builder().name("Tester").accessLevel(3).maxStep(88888L).build();
    smartQ.roles().createRole(99999, tester).fetch();
    // POST /api/v1/projects/99999/roles
    //   role[name]=Tester&role[access_level]=3&role[max_step]=88888
    Role usual = smartQ.roles().getDefaultRole(99999).fetch();
    // GET /api/v1/projects/99999/roles/default
    List<Role> all = smartQ.allRoles(99999).stream().toList();
    // GET /api/v1/projects/99999/roles
    // end
    System.out.println(usual.name() + " of " + all.size());
  }

  static void steps(SmartQ smartQ) {
    // readme
    StepInput review = StepInput.builder().name("Review").limit(5).pos(2).build();
    Step step = smartQ.steps().createStep(99999, review).fetch();
    // POST /api/v1/projects/99999/steps step[name]=Review&step[limit]=5&step[pos]=2
    List<Step> all = smartQ.allSteps(99999).stream().toList();
    // GET /api/v1/projects/99999/steps
    // end
    System.out.println(step.id() + " of " + all.size());
  }

  static void customFields(SmartQ smartQ) {
    // readme
    CustomFieldInput colour =
        CustomFieldInput.builder()
            .type(CustomFieldType.CHOICE)
            .label("Colour")
            .options(CustomFieldOptionsInput.builder().choiceType(ChoiceType.RADIO).build())
            .build();
    CustomField field = smartQ.customFields().createCustomField(99999, colour).fetch();
    // POST /api/v1/projects/99999/custom_fields
    //   field[type]=choice&field[label]=Colour&field[options][choiceType]=radio

    CustomFieldValueInput red =
        CustomFieldValueInput.builder().title("red").isDefault(true).build();
    CustomFieldValue value =
        smartQ.customFieldValues().createCustomFieldValue(99999, "f5", red).fetch();
    // POST /api/v1/projects/99999/custom_fields/f5/values value[title]=red&value[is_default]=1

    List<CustomField> fields = smartQ.allCustomFields(99999).stream().toList();
    // GET /api/v1/projects/99999/custom_fields
    List<CustomFieldValue> values = smartQ.allCustomFieldValues(99999, "f5").stream().toList();
    // GET /api/v1/projects/99999/custom_fields/f5/values
    // end
    System.out.println(List.of(field, value, fields, values));
  }

  static void tickets(SmartQ smartQ) {
    // readme
    ListTicketsOptions whole =
        ListTicketsOptions.builder().customFields(true).assignedTo(true).build();
    for (Ticket each : Pages.of(smartQ.tickets().listTickets(99999, whole)).pageSize(100)) {
      // GET /api/v1/projects/99999/tickets?custom_fields=1&assigned_to=1&count=100
      // GET /api/v1/projects/99999/tickets?custom_fields=1&assigned_to=1&count=100&offset=1
      System.out.println(each.name() + " " + each.additionalProperties().get("f3"));
    }

    Ticket ticket = smartQ.tickets().getTicket(99999, 77777).fetch();
    // GET /api/v1/projects/99999/tickets/77777
    TicketInput moved = TicketInput.builder().name("New Ticket").stepId(88889L).build();
    smartQ.tickets().updateTicket(99999, 77777, moved).fetch();
    // PUT /api/v1/projects/99999/tickets/77777
    //   ticket[name]=New Ticket&ticket[step_id]=88889
    smartQ.tickets().deleteTicket(99999, 77777).fetch();
    // DELETE /api/v1/projects/99999/tickets/77777
    // end
    System.out.println(ticket.id());
  }

  static void lostAnswer(SmartQ smartQ, TicketInput input) {
    // readme
    try {
      smartQ.tickets().createTicket(99999, input).fetch();
      // POST /api/v1/projects/99999/tickets ticket[name]=New Ticket&ticket[step_id]=88888
    } catch (OutcomeUnknownException e) {
      boolean isThere =
          smartQ.allTickets(99999).stream().anyMatch(each -> "New Ticket".equals(each.name()));
      // GET /api/v1/projects/99999/tickets
      System.out.println(isThere ? "do not send it again" : "send it again");
    }
    // end
  }

  static void notes(SmartQ smartQ) {
    // readme
    NoteInput input =
        NoteInput.builder()
            .text("See <b>below</b>")
            .private_(true)
            .notifyUsers(true)
            .users(List.of(1L, 5L))
            .hasAttachments(true) // nobody is told before the last file is there
            .build();
    Note note = smartQ.notes().createNote(99999, 77777, input).fetch();
    // POST /api/v1/projects/99999/tickets/77777/notes
    //   note[text]=See <b>below</b>&note[private]=1&note[notify_users]=1
    //   &note[users][0]=1&note[users][1]=5&note[has_attachments]=1
    List<Note> all = smartQ.allNotes(99999, 77777).stream().toList();
    // GET /api/v1/projects/99999/tickets/77777/notes
    // end
    System.out.println(note.id() + " of " + all.size());
  }

  static void uploads(SmartQ smartQ, Path image, InputStream stream, byte[] bytes) {
    // readme
    boolean isLast = true; // sends is_last_file=1
    smartQ.upload(99999, 77777, 55555, image, false).fetch();
    // POST /api/v1/projects/99999/tickets/77777/notes/55555/filesv2
    smartQ.upload(99999, 77777, 55555, "log.txt", stream, false).fetch(); // in chunks, once
    // POST /api/v1/projects/99999/tickets/77777/notes/55555/filesv2
    RequestBody body = RequestBody.create(bytes, MediaType.get("application/pdf"));
    smartQ.upload(99999, 77777, 55555, "offer.pdf", body, isLast).fetch();
    // POST /api/v1/projects/99999/tickets/77777/notes/55555/filesv2

    List<Attachment> files = smartQ.allFiles(99999, 77777, 55555).stream().toList();
    // GET /api/v1/projects/99999/tickets/77777/notes/55555/files
    // end
    System.out.println(files.size());
  }

  static void downloads(SmartQ smartQ, Path target) {
    // readme
    smartQ.download(99999, 77777, 55555, 44444, target);
    // GET /api/v1/projects/99999/tickets/77777/notes/55555/files/44444/download

    Progress bar = (bytes, total) -> System.out.println(bytes + " of " + total);
    ApiCall<ResponseBody> call =
        smartQ
            .files()
            .downloadFile(99999, 77777, 55555, 44444)
            .timeout(Duration.ofMinutes(30)) // two minutes unless set
            .tag(Progress.class, bar);
    smartQ.download(call, target);
    // GET /api/v1/projects/99999/tickets/77777/notes/55555/files/44444/download
    // end
  }
}
