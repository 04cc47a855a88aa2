package dev.specwright.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.specwright.core.Retries;
import dev.specwright.prism.PrismMock;
import dev.specwright.smartq.SmartQ;
import dev.specwright.smartq.api.CustomFieldValuesApi.ListCustomFieldValuesOptions;
import dev.specwright.smartq.api.CustomFieldsApi.ListCustomFieldsOptions;
import dev.specwright.smartq.api.FilesApi.ListFilesOptions;
import dev.specwright.smartq.api.FilesApi.UploadFileOptions;
import dev.specwright.smartq.api.NotesApi.ListNotesOptions;
import dev.specwright.smartq.api.ProjectsApi.ListProjectsOptions;
import dev.specwright.smartq.api.RolesApi.ListRolesOptions;
import dev.specwright.smartq.api.StepsApi.ListStepsOptions;
import dev.specwright.smartq.api.TicketsApi.ListTicketsOptions;
import dev.specwright.smartq.api.UsersApi.ListUsersOptions;
import dev.specwright.smartq.model.Attachment;
import dev.specwright.smartq.model.ChoiceType;
import dev.specwright.smartq.model.CustomField;
import dev.specwright.smartq.model.CustomFieldInput;
import dev.specwright.smartq.model.CustomFieldOptionsInput;
import dev.specwright.smartq.model.CustomFieldPosition;
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
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.Credentials;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import retrofit2.Response;

/** Calls every operation of smartQ against its document. */
@PrismMock(value = "specs/smartq/openapi.yaml", strict = true)
class SmartqContractTest {
  private static final String EMAIL = "email@domain.com";
  private static final String PASSWORD = "11111";
  private static final String LOGIN = Credentials.basic(EMAIL, PASSWORD);
  private static final String CLIENT_ID = "69a4d22883c57c436c4431c3982eecb2";
  private static final long USER = 5;
  private static final long PROJECT = 99999;
  private static final long STEP = 88888;
  private static final long TICKET = 77777;
  private static final long ROLE = 66666;
  private static final long NOTE = 55555;
  private static final long FILE = 44444;
  private static final String FIELD = "f5";
  private static final long VALUE = 1234;

  private static final Coverage COVERAGE = new Coverage("smartq");

  private final URI mock;
  private final SmartQ smartq;

  SmartqContractTest(URI mock) {
    this.mock = mock;
    smartq = settings().build();
  }

  private SmartQ.Builder settings() {
    return SmartQ.builder()
        .login(EMAIL, PASSWORD)
        .clientId(CLIENT_ID)
        .server(mock.toString())
        .httpClient(COVERAGE.http())
        .retries(Retries.NONE);
  }

  @AfterAll
  static void everyOperationWasCalled() throws IOException {
    COVERAGE.complete();
  }

  /** The two alternatives of the document's {@code security}. */
  @Nested
  class Authentication {
    @Test
    void clientIdIsAHeader() throws IOException {
      Response<User> me = settings().build().users().getMe().execute();

      Request sent = COVERAGE.sent();
      assertFalse(me.toString().contains(CLIENT_ID), me.toString());
      assertEquals(CLIENT_ID, sent.header("X-Auth-Client-Id"));
      assertEquals(Set.of(), sent.url().queryParameterNames());
      assertEquals("Account Owner", me.body().name());
    }

    @Test
    void clientIdIsAParameter() throws IOException {
      Response<User> me = settings().clientIdAsParameter().build().users().getMe().execute();

      Request sent = COVERAGE.sent();
      assertFalse(me.toString().contains(CLIENT_ID), me.toString());
      assertEquals(CLIENT_ID, sent.url().queryParameter("X_AUTH_CLIENT_ID"));
      assertNull(sent.header("X-Auth-Client-Id"));
      assertEquals("Account Owner", me.body().name());
    }
  }

  @Nested
  class Users {
    @Test
    void authorisedUserIsRead() {
      User me = smartq.users().getMe().fetch();

      assertEquals("Account Owner", me.name());
      assertEquals(true, me.isAccountAdministrator());
    }

    @Test
    void authorisedUserIsUpdated() {
      UserInput title =
          UserInput.builder()
              .name("Account Owner")
              .email(EMAIL)
              .password(PASSWORD)
              .title("Head of team")
              .build();

      assertEquals("Head of team", smartq.users().updateMe(title).fetch().title());
    }

    @Test
    void usersAreListed() {
      List<User> users = smartq.users().listUsers().fetch().rows();

      assertEquals(List.of(1L, USER), users.stream().map(User::id).toList());
    }

    @Test
    void usersAreListedFromAnOffset() {
      ListUsersOptions query = ListUsersOptions.builder().count(10).offset(20).build();

      List<User> users = smartq.users().listUsers(query).fetch().rows();

      assertEquals("new.user@domain.com", users.get(1).email());
    }

    @Test
    void userIsCreated() {
      UserInput required =
          UserInput.builder()
              .name("New User")
              .email("new.user@domain.com")
              .password(PASSWORD)
              .build();

      assertEquals(USER, smartq.users().createUser(required).fetch().id());
    }

    @Test
    void userIsCreatedWithRightsAndProfile() {
      UserInput everything =
          UserInput.builder()
              .name("New User")
              .email("new.user@domain.com")
              .password(PASSWORD)
              .isAccountAdministrator(false)
              .canManageProjects(true)
              .canViewProfiles(true)
              .canManageProfiles(false)
              .company("Domain")
              .title("Developer")
              .address("2 Main Street")
              .workPhone("+1 555 0102")
              .cellPhone("+1 555 0103")
              .comments("Starts in November")
              .build();

      User user = smartq.users().createUser(everything).fetch();

      assertEquals("Starts in November", user.comments());
      assertEquals(false, user.canManageProfiles());
    }

    @Test
    void userIsRead() {
      assertEquals("New User", smartq.users().getUser(USER).fetch().name());
    }

    @Test
    void userIsUpdated() {
      UserInput right =
          UserInput.builder()
              .name("New User")
              .email("new.user@domain.com")
              .password(PASSWORD)
              .canManageProfiles(true)
              .build();

      assertEquals(true, smartq.users().updateUser(USER, right).fetch().canManageProfiles());
    }

    @Test
    void userIsDeleted() {
      assertEquals(true, smartq.users().deleteUser(USER).fetch());
    }
  }

  @Nested
  class Projects {
    @Test
    void projectsAreListed() {
      List<Project> projects = smartq.projects().listProjects().fetch().rows();

      assertEquals(List.of(PROJECT), projects.stream().map(Project::id).toList());
    }

    @Test
    void projectsAreListedFromAnOffset() {
      ListProjectsOptions query = ListProjectsOptions.builder().count(10).offset(20).build();

      List<Project> projects = smartq.projects().listProjects(query).fetch().rows();

      assertEquals("New Project", projects.get(0).name());
    }

    @Test
    void projectIsCreated() {
      ProjectInput input =
          ProjectInput.builder().name("New Project").description("New Project Description").build();

      assertEquals(PROJECT, smartq.projects().createProject(input).fetch().id());
    }

    @Test
    void projectIsRead() {
      assertEquals(
          "New Project Description", smartq.projects().getProject(PROJECT).fetch().description());
    }

    @Test
    void projectIsUpdated() {
      ProjectInput input =
          ProjectInput.builder()
              .name("New Project")
              .description("Description after the kick-off")
              .build();

      Project project = smartq.projects().updateProject(PROJECT, input).fetch();

      assertEquals("Description after the kick-off", project.description());
    }

    @Test
    void projectIsDeleted() {
      assertEquals(true, smartq.projects().deleteProject(PROJECT).fetch());
    }
  }

  @Nested
  class Roles {
    @Test
    void rolesAreListed() {
      List<Role> roles = smartq.roles().listRoles(PROJECT).fetch().rows();

      assertEquals(List.of(66665L, ROLE), roles.stream().map(Role::id).toList());
    }

    @Test
    void rolesAreListedFromAnOffset() {
      ListRolesOptions query = ListRolesOptions.builder().count(10).offset(20).build();

      List<Role> roles = smartq.roles().listRoles(PROJECT, query).fetch().rows();

      assertEquals("Default Role", roles.get(0).name());
    }

    @Test
    void roleIsCreated() {
      RoleInput input =
          RoleInput.builder()
              .name("New Role")
              .accessLevel(3)
              .maxStep(STEP)
              .canEditProject(false)
              .canManagePeopleNotes(false)
              .canSeePrivateNotes(true)
              .build();

      Role role = smartq.roles().createRole(PROJECT, input).fetch();

      assertEquals(STEP, role.maxStep());
      assertEquals(true, role.canSeePrivateNotes());
    }

    @Test
    void defaultRoleIsRead() {
      assertEquals("Default Role", smartq.roles().getDefaultRole(PROJECT).fetch().name());
    }

    @Test
    void defaultRoleIsUpdated() {
      RoleInput input =
          RoleInput.builder().name("Default Role").accessLevel(1).canSeePrivateNotes(true).build();

      Role role = smartq.roles().updateDefaultRole(PROJECT, input).fetch();

      assertEquals(66665L, role.id());
      assertEquals(true, role.canSeePrivateNotes());
    }

    @Test
    void roleIsRead() {
      assertEquals(3, smartq.roles().getRole(PROJECT, ROLE).fetch().accessLevel());
    }

    @Test
    void roleIsUpdated() {
      RoleInput input =
          RoleInput.builder().name("New Role").accessLevel(4).canEditProject(true).build();

      Role role = smartq.roles().updateRole(PROJECT, ROLE, input).fetch();

      assertEquals(4, role.accessLevel());
      assertEquals(true, role.canEditProject());
    }

    @Test
    void roleIsDeleted() {
      assertEquals(true, smartq.roles().deleteRole(PROJECT, ROLE).fetch());
    }
  }

  @Nested
  class Steps {
    @Test
    void stepsAreListed() {
      List<Step> steps = smartq.steps().listSteps(PROJECT).fetch().rows();

      assertEquals(List.of(STEP), steps.stream().map(Step::id).toList());
    }

    @Test
    void stepsAreListedFromAnOffset() {
      ListStepsOptions query = ListStepsOptions.builder().count(10).offset(20).build();

      List<Step> steps = smartq.steps().listSteps(PROJECT, query).fetch().rows();

      assertEquals("New Step", steps.get(0).name());
    }

    @Test
    void stepIsCreated() {
      StepInput input =
          StepInput.builder()
              .name("New Step")
              .description("New Step Description")
              .limit(10)
              .pos(1)
              .build();

      assertEquals(STEP, smartq.steps().createStep(PROJECT, input).fetch().id());
    }

    @Test
    void stepIsRead() {
      assertEquals(10, smartq.steps().getStep(PROJECT, STEP).fetch().limit());
    }

    @Test
    void stepIsUpdated() {
      StepInput input = StepInput.builder().name("New Step").limit(20).pos(2).build();

      Step step = smartq.steps().updateStep(PROJECT, STEP, input).fetch();

      assertEquals(20, step.limit());
      assertEquals(2, step.pos());
    }

    @Test
    void stepIsDeleted() {
      assertEquals(true, smartq.steps().deleteStep(PROJECT, STEP).fetch());
    }
  }

  @Nested
  class CustomFields {
    @Test
    void customFieldsAreListed() {
      List<CustomField> fields = smartq.customFields().listCustomFields(PROJECT).fetch().rows();

      assertEquals(List.of("f3", "f4", "f5"), fields.stream().map(CustomField::name).toList());
      assertEquals(2100.0, fields.get(1).options().max());
    }

    @Test
    void customFieldsAreListedFromAnOffset() {
      ListCustomFieldsOptions query =
          ListCustomFieldsOptions.builder().count(10).offset(20).build();

      List<CustomField> fields =
          smartq.customFields().listCustomFields(PROJECT, query).fetch().rows();

      assertEquals(CustomFieldType.FLOAT, fields.get(1).type());
    }

    @Test
    void textFieldIsCreated() {
      CustomFieldInput input =
          CustomFieldInput.builder()
              .type(CustomFieldType.STRING)
              .label("Info")
              .hint("What the team should know")
              .required(false)
              .posType(CustomFieldPosition.DOUBLE)
              .build();

      CustomField field = smartq.customFields().createCustomField(PROJECT, input).fetch();

      assertEquals("f3", field.name());
      assertEquals(CustomFieldPosition.DOUBLE, field.posType());
    }

    @Test
    void numberFieldIsCreated() {
      CustomFieldInput input =
          CustomFieldInput.builder()
              .type(CustomFieldType.FLOAT)
              .label("Year")
              .hint("Year of the order")
              .required(false)
              .posType(CustomFieldPosition.SINGLE)
              .options(CustomFieldOptionsInput.builder().min(2000.0).max(2100.0).build())
              .build();

      assertEquals("f3", smartq.customFields().createCustomField(PROJECT, input).fetch().name());
    }

    @Test
    void choiceFieldIsCreated() {
      assertEquals(
          "f3",
          smartq
              .customFields()
              .createCustomField(PROJECT, colours("One or more colours"))
              .fetch()
              .name());
    }

    @Test
    void customFieldIsRead() {
      CustomField field = smartq.customFields().getCustomField(PROJECT, FIELD).fetch();

      assertEquals("Colours", field.label());
      assertEquals(ChoiceType.CHECKBOX, field.options().choiceType());
    }

    @Test
    void customFieldIsUpdated() {
      CustomField field =
          smartq
              .customFields()
              .updateCustomField(PROJECT, FIELD, colours("At most two colours"))
              .fetch();

      assertEquals("At most two colours", field.hint());
    }

    @Test
    void customFieldIsDeleted() {
      assertEquals(true, smartq.customFields().deleteCustomField(PROJECT, FIELD).fetch());
    }

    private static CustomFieldInput colours(String hint) {
      return CustomFieldInput.builder()
          .type(CustomFieldType.CHOICE)
          .label("Colours")
          .hint(hint)
          .required(true)
          .posType(CustomFieldPosition.SINGLE)
          .options(
              CustomFieldOptionsInput.builder()
                  .choiceType(ChoiceType.CHECKBOX)
                  .fieldLayout("vertical")
                  .build())
          .build();
    }
  }

  @Nested
  class CustomFieldValues {
    @Test
    void valuesAreListed() {
      List<CustomFieldValue> values =
          smartq.customFieldValues().listCustomFieldValues(PROJECT, FIELD).fetch().rows();

      assertEquals(List.of(VALUE, 4321L), values.stream().map(CustomFieldValue::id).toList());
    }

    @Test
    void valuesAreListedFromAnOffset() {
      ListCustomFieldValuesOptions query =
          ListCustomFieldValuesOptions.builder().count(10).offset(20).build();

      List<CustomFieldValue> values =
          smartq.customFieldValues().listCustomFieldValues(PROJECT, FIELD, query).fetch().rows();

      assertEquals("Green", values.get(1).title());
    }

    @Test
    void valueIsCreated() {
      CustomFieldValueInput input =
          CustomFieldValueInput.builder().title("Red").isDefault(true).pos(1).build();

      CustomFieldValue value =
          smartq.customFieldValues().createCustomFieldValue(PROJECT, FIELD, input).fetch();

      assertEquals(VALUE, value.id());
      assertEquals(true, value.isDefault());
    }

    @Test
    void valueIsRead() {
      assertEquals(
          "Red",
          smartq.customFieldValues().getCustomFieldValue(PROJECT, FIELD, VALUE).fetch().title());
    }

    @Test
    void valueIsUpdated() {
      CustomFieldValueInput input =
          CustomFieldValueInput.builder().title("Dark red").isDefault(true).pos(1).build();

      CustomFieldValue value =
          smartq.customFieldValues().updateCustomFieldValue(PROJECT, FIELD, VALUE, input).fetch();

      assertEquals("Dark red", value.title());
    }

    @Test
    void valueIsDeleted() {
      assertEquals(
          true, smartq.customFieldValues().deleteCustomFieldValue(PROJECT, FIELD, VALUE).fetch());
    }
  }

  @Nested
  class Tickets {
    @Test
    void ticketsAreListed() {
      List<Ticket> tickets =
          smartq.tickets().listTickets(PROJECT).header("Prefer", "example=tickets").fetch().rows();

      assertEquals(List.of(TICKET), tickets.stream().map(Ticket::id).toList());
    }

    @Test
    void ticketsAreListedWithCustomFieldsAndAssigneesFromAnOffset() {
      ListTicketsOptions query =
          ListTicketsOptions.builder()
              .customFields(true)
              .assignedTo(true)
              .count(10)
              .offset(20)
              .build();

      Ticket ticket = smartq.tickets().listTickets(PROJECT, query).fetch().rows().get(0);

      assertEquals("some important info", ticket.customFields().get("f3"));
      assertEquals(List.of(1L, 2L, 3L, 5L), ticket.assignedTo());
    }

    @Test
    void ticketsAreListedWithoutCustomFieldsAndAssignees() {
      ListTicketsOptions query =
          ListTicketsOptions.builder().customFields(false).assignedTo(false).build();

      Ticket ticket =
          smartq
              .tickets()
              .listTickets(PROJECT, query)
              .header("Prefer", "example=tickets")
              .fetch()
              .rows()
              .get(0);

      assertEquals("2013-11-21 10:15:00", ticket.insertTime());
    }

    @Test
    void ticketIsCreated() {
      TicketInput input =
          TicketInput.builder()
              .name("New Ticket")
              .description("New Ticket Description")
              .stepId(STEP)
              .assignedTo(List.of(1L, 2L, 3L, 5L))
              .build();

      assertEquals(TICKET, smartq.tickets().createTicket(PROJECT, input).fetch().id());
    }

    @Test
    void ticketIsCreatedWithEverything() {
      TicketInput input =
          TicketInput.builder()
              .name("New Ticket")
              .description("New Ticket Description")
              .stepId(STEP)
              .assignedTo(List.of(1L, 2L, 3L, 5L))
              .tags("red,urgent")
              .requiredBy("2013-12-20")
              .notifyInvolved(true)
              .additionalProperty("f3", "some important info")
              .additionalProperty("f4", 2013)
              .additionalProperty("f5", List.of(1234, 4321))
              .build();

      Ticket ticket = smartq.tickets().createTicket(PROJECT, input).fetch();

      assertEquals("red,urgent", ticket.tags());
      assertEquals(
          Map.of("f3", "some important info", "f4", 2013L, "f5", List.of(1234L, 4321L)),
          ticket.customFields());
    }

    @Test
    void ticketIsRead() {
      Ticket ticket = smartq.tickets().getTicket(PROJECT, TICKET).fetch();

      assertEquals("New Ticket", ticket.name());
      assertEquals("2013-12-20", ticket.requiredBy());
    }

    @Test
    void ticketIsUpdated() {
      TicketInput input =
          TicketInput.builder()
              .name("New Ticket")
              .stepId(STEP)
              .notifyInvolved(true)
              .additionalProperty("f3", "some more important info")
              .build();

      Ticket ticket = smartq.tickets().updateTicket(PROJECT, TICKET, input).fetch();

      assertEquals("2013-11-21 11:00:00", ticket.updateTime());
      assertEquals("some more important info", ticket.customFields().get("f3"));
    }

    @Test
    void ticketIsDeleted() {
      assertEquals(true, smartq.tickets().deleteTicket(PROJECT, TICKET).fetch());
    }
  }

  @Nested
  class Notes {
    @Test
    void notesAreListed() {
      List<Note> notes = smartq.notes().listNotes(PROJECT, TICKET).fetch().rows();

      assertEquals(List.of(NOTE), notes.stream().map(Note::id).toList());
    }

    @Test
    void notesAreListedFromAnOffset() {
      ListNotesOptions query = ListNotesOptions.builder().count(10).offset(20).build();

      List<Note> notes = smartq.notes().listNotes(PROJECT, TICKET, query).fetch().rows();

      assertEquals("2013-11-21 10:20:00", notes.get(0).insertTime());
    }

    @Test
    void noteIsCreated() {
      NoteInput input = NoteInput.builder().text("New Note").build();

      Note note = smartq.notes().createNote(PROJECT, TICKET, input).fetch();

      assertEquals(NOTE, note.id());
      assertEquals(false, note.private_());
    }

    @Test
    void noteIsCreatedForSomeUsersWithFilesToFollow() {
      NoteInput input =
          NoteInput.builder()
              .text("New Note")
              .private_(true)
              .notifyUsers(true)
              .users(List.of(2L, 3L))
              .hasAttachments(true)
              .build();

      assertEquals(1L, smartq.notes().createNote(PROJECT, TICKET, input).fetch().ownerId());
    }

    @Test
    void noteIsRead() {
      assertEquals("New Note", smartq.notes().getNote(PROJECT, TICKET, NOTE).fetch().text());
    }

    @Test
    void noteIsUpdated() {
      NoteInput input = NoteInput.builder().text("New Note, <b>corrected</b>").build();

      Note note = smartq.notes().updateNote(PROJECT, TICKET, NOTE, input).fetch();

      assertEquals("New Note, <b>corrected</b>", note.text());
    }

    @Test
    void noteIsDeleted() {
      assertEquals(true, smartq.notes().deleteNote(PROJECT, TICKET, NOTE).fetch());
    }
  }

  @Nested
  class Files {
    @Test
    void filesAreListed() {
      List<Attachment> files = smartq.files().listFiles(PROJECT, TICKET, NOTE).fetch().rows();

      assertEquals(List.of(FILE), files.stream().map(Attachment::id).toList());
    }

    @Test
    void filesAreListedFromAnOffset() {
      ListFilesOptions query = ListFilesOptions.builder().count(10).offset(20).build();

      List<Attachment> files =
          smartq.files().listFiles(PROJECT, TICKET, NOTE, query).fetch().rows();

      assertEquals(FILE, files.get(0).id());
    }

    @Test
    void fileIsUploaded() {
      Attachment file = smartq.files().uploadFile(PROJECT, TICKET, NOTE, image()).fetch();

      assertEquals(FILE, file.id());
    }

    @Test
    void lastFileIsUploaded() {
      UploadFileOptions options = UploadFileOptions.builder().isLastFile(true).build();
      Attachment file = smartq.files().uploadFile(PROJECT, TICKET, NOTE, image(), options).fetch();

      assertEquals(FILE, file.id());
    }

    @Test
    void fileIsRead() {
      assertEquals(FILE, smartq.files().getFile(PROJECT, TICKET, NOTE, FILE).fetch().id());
    }

    @Test
    void fileIsDownloaded() throws IOException {
      try (ResponseBody content =
          smartq.files().downloadFile(PROJECT, TICKET, NOTE, FILE).fetch()) {
        assertEquals("bytes of image.jpg", content.string());
      }
    }

    @Test
    void fileIsDeleted() {
      assertEquals(true, smartq.files().deleteFile(PROJECT, TICKET, NOTE, FILE).fetch());
    }

    private static MultipartBody.Part image() {
      return MultipartBody.Part.createFormData(
          "file",
          "image.jpg",
          RequestBody.create("bytes of image.jpg", MediaType.get("image/jpeg")));
    }
  }

  /** What contradicts the document. */
  @Nested
  class Refused {
    private static final String TICKETS = "/api/v1/projects/" + PROJECT + "/tickets";

    @Test
    void nobodyLoggedIn() throws Exception {
      RawRequest.get(mock, "/api/v1/users/me").isRefused(401, "Invalid security scheme used");
    }

    @Test
    void loginWithoutClientId() throws Exception {
      RawRequest.get(mock, "/api/v1/users/me")
          .header("Authorization", LOGIN)
          .isRefused(401, "Invalid security scheme used");
    }

    @Test
    void clientIdWithoutLogin() throws Exception {
      RawRequest.get(mock, "/api/v1/users/me?X_AUTH_CLIENT_ID=" + CLIENT_ID)
          .isRefused(401, "Invalid security scheme used");
    }

    @Test
    void projectThatIsNoNumber() throws Exception {
      authorised(RawRequest.get(mock, "/api/v1/projects/first"))
          .isRefused(422, "Request path parameter project_id must be integer");
    }

    @Test
    void flagThatIsNeitherZeroNorOne() throws Exception {
      authorised(RawRequest.get(mock, TICKETS + "?custom_fields=true"))
          .isRefused(422, "Request query parameter custom_fields must be integer");
    }

    @Test
    void ticketWithoutStep() throws Exception {
      authorised(RawRequest.postForm(mock, TICKETS, "ticket%5Bname%5D=New+Ticket"))
          .isRefused(422, "Request body property ticket must have required property 'step_id'");
    }

    @Test
    void ticketAsJson() throws Exception {
      authorised(
              RawRequest.post(
                  mock, TICKETS, "application/json", "{\"ticket\":{\"name\":\"New Ticket\"}}"))
          .isRefused(415, "Supported content types: application/x-www-form-urlencoded");
    }

    @Test
    void slipOfTheVendorsPage() throws Exception {
      authorised(RawRequest.get(mock, "/api/v1/project/" + PROJECT))
          .isRefused(404, "NO_PATH_MATCHED_ERROR");
    }

    private static RawRequest authorised(RawRequest request) {
      return request.header("Authorization", LOGIN).header("X-Auth-Client-Id", CLIENT_ID);
    }
  }
}
