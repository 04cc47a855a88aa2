package dev.specwright.core;

import com.squareup.moshi.JsonAdapter;
import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiDescription;
import dev.specwright.runtime.ApiOperation;
import dev.specwright.runtime.ErrorShape;
import dev.specwright.runtime.Page;
import dev.specwright.runtime.RequestArguments;
import dev.specwright.runtime.Rules;
import dev.specwright.runtime.SecurityScheme;
import java.util.List;
import java.util.Map;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.GET;
import retrofit2.http.HTTP;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** A small API in the shape that the generator prints, with one operation per behaviour. */
interface Notes {
  ApiDescription DESCRIPTION =
      new ApiDescription(
          "Notes",
          "1.0.0",
          "https://{account}.notes.example",
          Map.of("account", "demo"),
          Map.of(
              "basic", new SecurityScheme("basic", SecurityScheme.Kind.BASIC, "Authorization"),
              "key", new SecurityScheme("key", SecurityScheme.Kind.HEADER, "X-Key"),
              "keyParameter",
                  new SecurityScheme("keyParameter", SecurityScheme.Kind.QUERY, "X_KEY"),
              "token", new SecurityScheme("token", SecurityScheme.Kind.QUERY, "access_token")),
          new ErrorShape("/error", "/message", Map.of("invalid_token", 401)),
          false,
          List.of(Notes.class),
          none(),
          Notes::validate);

  private static void validate(RequestArguments request) {
    if (request.operation().equals("getNote")) {
      request.check(0, "path.id", Rules.text().maxLength(20));
    }
  }

  private static JsonAdapter.Factory none() {
    return (type, annotations, moshi) -> null;
  }

  @ApiOperation(
      id = "getNote",
      security = {"token"},
      idempotent = true)
  @GET("notes/{id}")
  ApiCall<Map<String, Object>> getNote(@Path("id") String id);

  @ApiOperation(
      id = "createNote",
      security = {"token"},
      idempotent = false)
  @POST("notes")
  ApiCall<Map<String, Object>> createNote(@Body RequestBody body);

  @ApiOperation(
      id = "signIn",
      security = {"basic key", "basic keyParameter"},
      idempotent = true)
  @GET("session")
  ApiCall<Map<String, Object>> signIn();

  @ApiOperation(
      id = "createToken",
      idempotent = true,
      sensitive = {"client_id", "client_secret"})
  @FormUrlEncoded
  @POST("token")
  ApiCall<Map<String, Object>> createToken(
      @Field("client_id") String clientId, @Field("client_secret") String clientSecret);

  @ApiOperation(id = "getVersion", idempotent = true)
  @GET("version")
  ApiCall<Map<String, Object>> getVersion();

  @ApiOperation(
      id = "export",
      credentials = {
        @ApiOperation.Credential(
            name = "secret",
            in = ApiOperation.Credential.Place.PATH,
            parameter = "secret")
      },
      idempotent = true,
      sensitive = {"secret", "reader"})
  @GET("{secret}/notes.csv")
  ApiCall<ResponseBody> export(@Query("reader") String reader);

  @ApiOperation(
      id = "deleteNote",
      security = {"token", ""},
      credentials = {
        @ApiOperation.Credential(
            name = "token",
            in = ApiOperation.Credential.Place.FORM,
            parameter = "oauth_token")
      },
      idempotent = true,
      sensitive = "oauth_token")
  @HTTP(method = "DELETE", path = "notes/{id}", hasBody = true)
  ApiCall<Boolean> deleteNote(@Path("id") String id);

  @ApiOperation(
      id = "listByOffset",
      idempotent = true,
      pagination =
          @ApiOperation.Pagination(
              style = ApiOperation.Pagination.Style.OFFSET,
              parameter = "offset",
              limit = "limit"))
  @GET("by-offset")
  ApiCall<List<String>> listByOffset(@Query("limit") @Nullable Integer limit);

  @ApiOperation(
      id = "listLimited",
      idempotent = true,
      pagination =
          @ApiOperation.Pagination(
              style = ApiOperation.Pagination.Style.OFFSET,
              parameter = "offset",
              limit = "limit",
              least = 2,
              most = 100,
              shortPageIsLast = true))
  @GET("limited")
  ApiCall<List<String>> listLimited(@Query("limit") @Nullable Integer limit);

  @ApiOperation(
      id = "listByCursor",
      idempotent = true,
      pagination =
          @ApiOperation.Pagination(
              style = ApiOperation.Pagination.Style.CURSOR,
              parameter = "page"))
  @GET("by-cursor")
  ApiCall<NotePage> listByCursor();

  /** A page as the generator prints it, less the builder. */
  record NotePage(List<String> rows, @Nullable Object next) implements Page<String> {}
}
