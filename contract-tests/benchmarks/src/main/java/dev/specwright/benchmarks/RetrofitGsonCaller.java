package dev.specwright.benchmarks;

import dev.specwright.benchmarks.rival.TicketAnswer;
import dev.specwright.benchmarks.rival.TicketPageAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** Retrofit and Gson. */
final class RetrofitGsonCaller implements Caller {
  private final OkHttpClient http;
  private final Tickets api;

  /** What the stock generator makes of these operations. */
  interface Tickets {
    /** Gets one ticket. */
    @GET("api/v1/projects/{project_id}/tickets/{ticket_id}")
    Call<TicketAnswer> getTicket(
        @Path("project_id") Long projectId, @Path("ticket_id") Long ticketId);

    /** Gets a page of tickets. */
    @GET("api/v1/projects/{project_id}/tickets")
    Call<TicketPageAnswer> listTickets(@Path("project_id") Long projectId);
  }

  RetrofitGsonCaller(String server) {
    String basic = Credentials.basic(EMAIL, PASSWORD, StandardCharsets.UTF_8);
    http =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  Request.Builder request = chain.request().newBuilder();
                  request.header("Authorization", basic).header("X-Auth-Client-Id", KEY);
                  return chain.proceed(request.build());
                })
            .build();
    api =
        new Retrofit.Builder()
            .baseUrl(server)
            .client(http)
            .addConverterFactory(GsonConverterFactory.create())
            .build()
            .create(Tickets.class);
  }

  @Override
  public Object ticket() throws IOException {
    return Objects.requireNonNull(api.getTicket(99999L, 77777L).execute().body()).data;
  }

  @Override
  public Object tickets() throws IOException {
    return Objects.requireNonNull(api.listTickets(99999L).execute().body()).data;
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
