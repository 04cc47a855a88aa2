package dev.specwright.smartq;

import dev.specwright.core.ApiClient;
import dev.specwright.core.ClientBuilder;
import dev.specwright.core.Credential;
import dev.specwright.core.Environment;
import dev.specwright.core.Pages;
import dev.specwright.runtime.ApiCall;
import dev.specwright.smartq.api.ApiDocument;
import dev.specwright.smartq.api.CustomFieldValuesApi;
import dev.specwright.smartq.api.CustomFieldsApi;
import dev.specwright.smartq.api.FilesApi;
import dev.specwright.smartq.api.FilesApi.UploadFileOptions;
import dev.specwright.smartq.api.NotesApi;
import dev.specwright.smartq.api.ProjectsApi;
import dev.specwright.smartq.api.RolesApi;
import dev.specwright.smartq.api.StepsApi;
import dev.specwright.smartq.api.TicketsApi;
import dev.specwright.smartq.api.UsersApi;
import dev.specwright.smartq.model.Attachment;
import dev.specwright.smartq.model.CustomField;
import dev.specwright.smartq.model.CustomFieldValue;
import dev.specwright.smartq.model.Note;
import dev.specwright.smartq.model.Project;
import dev.specwright.smartq.model.Role;
import dev.specwright.smartq.model.Step;
import dev.specwright.smartq.model.Ticket;
import dev.specwright.smartq.model.User;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * The smartQ API, for one account.
 *
 * <pre>{@code
 * try (SmartQ smartQ =
 *     SmartQ.builder()
 *         .account("demo")
 *         .login("email@domain.com", "11111")
 *         .clientId("69a4d22883c57c436c4431c3982eecb2")
 *         .build()) {
 *   Project project = smartQ.projects().getProject(99999).fetch();
 *   // GET https://demo.smartqweb.com/api/v1/projects/99999
 *   // Authorization: Basic ..., X-Auth-Client-Id: ...
 * }
 * }</pre>
 *
 * <p>Every request carries both credentials (section "Authentication and access"). Answers come
 * without their envelope {@code {error, data}}: the value of {@code data}, or, whatever the HTTP
 * status is, the exception of {@link dev.specwright.core} for the code in {@code error}: 401 is an
 * {@link dev.specwright.core.AuthenticationException}, 404 a {@link
 * dev.specwright.core.NotFoundException}, and so on.
 *
 * <p>The page warns: "Be careful with the API – you can lose your data." {@link Builder#readOnly}
 * makes a client that refuses every operation that writes. A POST is never sent twice; when its
 * answer is lost, the call ends with {@link dev.specwright.core.OutcomeUnknownException}.
 */
public final class SmartQ implements AutoCloseable {
  private static final UploadFileOptions LAST_FILE =
      UploadFileOptions.builder().isLastFile(true).build();

  private final ApiClient client;

  private SmartQ(ApiClient client) {
    this.client = client;
  }

  /** Returns a builder; an account or a server, a login and a client id have to be set. */
  public static Builder builder() {
    return new Builder();
  }

  // ---- the document's operations

  /** The fields that a project adds to its tickets. Section "Project Custom Fields". */
  public CustomFieldsApi customFields() {
    return client.create(CustomFieldsApi.class);
  }

  /** The values of a field to choose from. Section "Project Custom Field Values". */
  public CustomFieldValuesApi customFieldValues() {
    return client.create(CustomFieldValuesApi.class);
  }

  /** Files of notes; see also {@link #upload} and {@link #download}. Section "Files". */
  public FilesApi files() {
    return client.create(FilesApi.class);
  }

  /** Notes of tickets. Section "Notes". */
  public NotesApi notes() {
    return client.create(NotesApi.class);
  }

  /** Projects. Section "Projects". */
  public ProjectsApi projects() {
    return client.create(ProjectsApi.class);
  }

  /** What users of a project may do. Section "Project Roles". */
  public RolesApi roles() {
    return client.create(RolesApi.class);
  }

  /** The steps that tickets go through. Section "Project Steps". */
  public StepsApi steps() {
    return client.create(StepsApi.class);
  }

  /** Tickets. Section "Tickets". */
  public TicketsApi tickets() {
    return client.create(TicketsApi.class);
  }

  /** Users, and the one whose login this client has. Section "Users". */
  public UsersApi users() {
    return client.create(UsersApi.class);
  }

  // ---- lists, page after page

  /** Returns all users; a page is requested when its first row is asked for. */
  public Pages<User> allUsers() {
    return Pages.of(users().listUsers());
  }

  /** Returns all projects that the user may see. */
  public Pages<Project> allProjects() {
    return Pages.of(projects().listProjects());
  }

  /** Returns all roles of a project. */
  public Pages<Role> allRoles(long projectId) {
    return Pages.of(roles().listRoles(projectId));
  }

  /** Returns all steps of a project. */
  public Pages<Step> allSteps(long projectId) {
    return Pages.of(steps().listSteps(projectId));
  }

  /** Returns all custom fields of a project, with their values where they are of type choice. */
  public Pages<CustomField> allCustomFields(long projectId) {
    return Pages.of(customFields().listCustomFields(projectId));
  }

  /** Returns all values of a custom field of type choice. */
  public Pages<CustomFieldValue> allCustomFieldValues(long projectId, String fieldName) {
    return Pages.of(customFieldValues().listCustomFieldValues(projectId, fieldName));
  }

  /**
   * Returns all tickets of a project. For custom fields, assigned users or another page size, call
   * {@code Pages.of(smartQ.tickets().listTickets(projectId, query))}.
   */
  public Pages<Ticket> allTickets(long projectId) {
    return Pages.of(tickets().listTickets(projectId));
  }

  /** Returns all notes of a ticket. */
  public Pages<Note> allNotes(long projectId, long ticketId) {
    return Pages.of(notes().listNotes(projectId, ticketId));
  }

  /** Returns all files of a note. */
  public Pages<Attachment> allFiles(long projectId, long ticketId, long noteId) {
    return Pages.of(files().listFiles(projectId, ticketId, noteId));
  }

  // ---- files

  /**
   * Returns a call that attaches a file to a note, as the part {@code file} of a multipart body
   * (section "Files"). The file is read while it is sent, never as a whole. There is one call for
   * each file. It may carry a {@link Progress}.
   *
   * <pre>{@code
   * smartQ.upload(99999, 77777, 55555, Path.of("image.jpg"), true).fetch();
   * // POST /api/v1/projects/99999/tickets/77777/notes/55555/filesv2
   * }</pre>
   *
   * @param isLastFile whether to send {@code is_last_file=1}, which lets out the notifications of a
   *     note that was added with {@code has_attachments}; otherwise the flag is left out, since the
   *     page only says that it "is received"
   * @throws IllegalArgumentException if there is no such file
   */
  public ApiCall<Attachment> upload(
      long projectId, long ticketId, long noteId, Path file, boolean isLastFile) {
    FileBody content = new FileBody(file);
    return upload(projectId, ticketId, noteId, content.name(), content, isLastFile);
  }

  /**
   * Returns a call that attaches what a stream holds, under {@code name}; otherwise as {@link
   * #upload(long, long, long, Path, boolean)}. The stream is read while it is sent, and closed
   * then, so the call can be made only once. Its length is not known, so it goes out in chunks;
   * where that is a problem, pass a file.
   */
  public ApiCall<Attachment> upload(
      long projectId,
      long ticketId,
      long noteId,
      String name,
      InputStream content,
      boolean isLastFile) {
    return upload(projectId, ticketId, noteId, name, new StreamBody(name, content), isLastFile);
  }

  /**
   * Returns a call that attaches {@code content}, whatever it is, under {@code name}; otherwise as
   * {@link #upload(long, long, long, Path, boolean)}.
   */
  public ApiCall<Attachment> upload(
      long projectId,
      long ticketId,
      long noteId,
      String name,
      RequestBody content,
      boolean isLastFile) {
    return files()
        .uploadFile(
            projectId,
            ticketId,
            noteId,
            okhttp3.MultipartBody.Part.createFormData("file", name, content),
            isLastFile ? LAST_FILE : UploadFileOptions.NONE);
  }

  /**
   * Downloads a file of a note (section "Files"). What arrives is written, piece by piece, to a
   * temporary file beside {@code target}, which takes the place of {@code target} when it is
   * complete. On a failure the temporary file is removed and {@code target} is as it was.
   *
   * @return {@code target}
   * @throws dev.specwright.runtime.ApiException if no complete file came
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public Path download(long projectId, long ticketId, long noteId, long fileId, Path target) {
    return download(files().downloadFile(projectId, ticketId, noteId, fileId), target);
  }

  /**
   * Downloads what a call answers, as {@link #download(long, long, long, long, Path)}. The call may
   * have options, and carry a {@link Progress}; the limit of two minutes holds for the whole
   * download unless {@code call.timeout(...)} sets another. The call is made here, once: {@code
   * call.cancel()} ends the download, from another thread.
   */
  public Path download(ApiCall<ResponseBody> call, Path target) {
    Download.run(call, target);
    return target;
  }

  /** Ends idle connections and threads, unless they belong to an OkHttpClient of the caller's. */
  @Override
  public void close() {
    client.close();
  }

  /** Settings of a {@link SmartQ}. */
  public static final class Builder extends ClientBuilder<Builder> {
    private static final Pattern HOST_LABEL =
        Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private @Nullable String account;
    private @Nullable Credential login;
    private @Nullable String clientId;
    private boolean serverGiven;
    private boolean inQuery;

    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Sets the account: the first part of its host name, {@code demo} for {@code
     * demo.smartqweb.com}.
     *
     * @throws IllegalArgumentException if it cannot be a part of a host name
     */
    public Builder account(String name) {
      if (!HOST_LABEL.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "Expected an account name of letters, digits and hyphens but found \""
                + name
                + "\". Set the first part of the account's host name, such as demo for"
                + " demo.smartqweb.com, or the whole with builder().server(\"https://...\").");
      }
      account = name;
      return this;
    }

    /** Sets the server, in place of the account. It must be https, unless it is this machine. */
    @Override
    public Builder server(String url) {
      serverGiven = true;
      return super.server(url);
    }

    /**
     * Sets the email and the password of a user, sent with HTTP Basic in UTF-8.
     *
     * @throws IllegalArgumentException if one is blank, or if there is a colon in the email, which
     *     HTTP Basic cannot express; the password may have any character
     */
    public Builder login(String email, String password) {
      require(email, "an email", "login(email, password)");
      require(password, "a password", "login(email, password)");
      if (email.indexOf(':') >= 0) {
        throw new IllegalArgumentException(
            "Expected an email without a colon but found one with it. HTTP Basic ends the email at"
                + " the first colon.");
      }
      login = Credential.basic(email, password);
      return this;
    }

    /**
     * Sets the API access key, found under "Options" &gt; "API" in the web interface by an
     * administrator. A regenerated key makes the old one useless.
     */
    public Builder clientId(String key) {
      clientId = key;
      return this;
    }

    /**
     * Sends the API access key as the query parameter {@code X_AUTH_CLIENT_ID} instead of the
     * header {@code X-Auth-Client-Id}. URLs end up in logs of servers and proxies, so the header is
     * better where it gets through.
     */
    public Builder clientIdAsParameter() {
      inQuery = true;
      return this;
    }

    /**
     * Takes settings from environment variables, usually {@code System.getenv()}: {@code
     * SMARTQ_ACCOUNT}, {@code SMARTQ_BASIC_USER}, the email, {@code SMARTQ_BASIC_PASSWORD} and
     * {@code SMARTQ_CLIENT_ID}. {@code SMARTQ_SERVER}, if set, is the server.
     *
     * @throws IllegalArgumentException if variables are missing, naming them all, or wrong; no
     *     value is quoted
     */
    public Builder fromEnvironment(Map<String, String> variables) {
      Environment.of(ApiDocument.DESCRIPTION, "SMARTQ", variables)
          .server(this::server)
          .variable("account", this::account)
          .basic("basic", this::login)
          .scheme("clientId", this::clientId)
          .apply();
      return this;
    }

    /**
     * Makes the client.
     *
     * @throws IllegalArgumentException if a setting is missing or wrong, saying which
     */
    public SmartQ build() {
      Map<String, String> variables =
          serverGiven
              ? Map.of()
              : Map.of("account", require(account, "an account", "account(...)"));
      if (login == null) {
        throw new IllegalArgumentException(
            "Expected a login but found none. Set it with builder().login(email, password).");
      }
      Credential key = Credential.of(require(clientId, "a client id", "clientId(...)"));
      return new SmartQ(
          client(
              ApiDocument.DESCRIPTION,
              variables,
              Map.of("basic", login, inQuery ? "clientIdParameter" : "clientId", key),
              List.of(
                  new DownloadInterceptor(),
                  new ProgressInterceptor(),
                  new ErrorInFileInterceptor())));
    }
  }
}
