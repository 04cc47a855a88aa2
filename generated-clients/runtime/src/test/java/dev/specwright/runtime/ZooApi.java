package dev.specwright.runtime;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import okhttp3.MultipartBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.HTTP;
import retrofit2.http.Header;
import retrofit2.http.Multipart;
import retrofit2.http.POST;
import retrofit2.http.Part;
import retrofit2.http.Path;
import retrofit2.http.Query;
import retrofit2.http.QueryMap;
import retrofit2.http.Streaming;

/** An interface in the shape that the generator prints. */
interface ZooApi {
  @ApiOperation(id = "getAnimal", idempotent = true)
  @GET("animals/{id}")
  ApiCall<Animal> getAnimal(@Path("id") long id);

  @ApiOperation(id = "listAnimals", idempotent = true)
  @GET("animals")
  ApiCall<List<Animal>> listAnimals(@QueryMap ListAnimalsOptions options);

  @ApiOperation(
      id = "listSecret",
      credentials = {
        @ApiOperation.Credential(
            name = "zooSecret",
            in = ApiOperation.Credential.Place.PATH,
            parameter = "secret")
      },
      security = {"basic clientId", ""},
      idempotent = true,
      sensitive = {"keeper", "pin", "secret"},
      jsonp = "callback",
      pagination = {
        @ApiOperation.Pagination(
            style = ApiOperation.Pagination.Style.OFFSET,
            parameter = "offset",
            limit = "count")
      })
  @GET("{secret}/keepers/{keeper}/animals")
  ApiCall<List<Animal>> listSecret(
      @Path("keeper") String keeper, @Query("pin") String pin, @Query("sort") String sort);

  @ApiOperation(id = "getEnveloped", idempotent = true, envelope = "data", nullable = true)
  @GET("enveloped")
  ApiCall<@Nullable Animal> getEnveloped();

  @ApiOperation(id = "createAnimal", idempotent = false)
  @POST("animals")
  ApiCall<Animal> createAnimal(@Body Animal animal);

  @ApiOperation(id = "createPlain", idempotent = false)
  @POST("plain")
  ApiCall<Void> createPlain(@Body @FormBody(json = {"nick", "children", "extra"}) Animal animal);

  @ApiOperation(id = "createPhp", idempotent = false)
  @POST("php")
  ApiCall<Void> createPhp(@Body @FormBody(root = "animal") Animal animal);

  @ApiOperation(id = "deleteAnimal", idempotent = true)
  @HTTP(method = "DELETE", path = "animals/{id}", hasBody = true)
  ApiCall<Void> deleteAnimal(@Path("id") long id);

  @ApiOperation(id = "getScalars", idempotent = true)
  @GET("scalars")
  ApiCall<Void> getScalars(
      @Query("json") @JsonText String json,
      @Query("flag") @ZeroOrOne boolean flag,
      @Query("list") CommaSeparated<Instant> list,
      @Query("each") @JsonText List<Animal> each,
      @Header("X-Since") @Nullable Instant since);

  @ApiOperation(id = "upload", idempotent = false)
  @Multipart
  @POST("files")
  ApiCall<Void> upload(
      @Part MultipartBody.Part file,
      @Part("last") @ZeroOrOne Boolean last,
      @Part("title") @Nullable String title,
      @Part("meta") @JsonText Animal meta);

  @ApiOperation(id = "download", idempotent = true)
  @Streaming
  @GET("files/{id}")
  ApiCall<ResponseBody> download(@Path("id") long id);

  /** The optional query parameters of {@link ZooApi#listAnimals}. */
  final class ListAnimalsOptions extends RequestOptions {
    static final ListAnimalsOptions NONE = builder().build();

    private ListAnimalsOptions(Builder from) {
      super(from);
    }

    static Builder builder() {
      return new Builder();
    }

    static final class Builder extends RequestOptions.Builder {
      Builder born(Instant value) {
        query.text("born", value);
        return this;
      }

      Builder tame(boolean value) {
        query.zeroOrOne("tame", value);
        return this;
      }

      Builder like(Animal value) {
        query.json("like", value, Animal.class);
        return this;
      }

      Builder include(Collection<String> value) {
        query.commaSeparated("include", value);
        return this;
      }

      Builder id(Collection<Long> value) {
        query.each("id[]", value);
        return this;
      }

      Builder lang(String value) {
        headers.text("X-Lang", value);
        return this;
      }

      Builder where(Collection<Animal> value) {
        query.eachJson("where[]", value, Animal.class);
        return this;
      }

      ListAnimalsOptions build() {
        return new ListAnimalsOptions(this);
      }
    }
  }
}
