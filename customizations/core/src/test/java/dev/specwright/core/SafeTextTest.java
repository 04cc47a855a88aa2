package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.ApiOperation;
import dev.specwright.runtime.ApiRetrofit;
import dev.specwright.runtime.SafeUrl;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import retrofit2.http.Body;
import retrofit2.http.POST;

final class SafeTextTest {
  interface Locks {
    @ApiOperation(
        id = "setPins",
        idempotent = false,
        sensitive = {"pins", "doors[pin]"})
    @POST("pins")
    ApiCall<Void> setPins(@Body RequestBody form);
  }

  @Test
  void partsOfASensitiveFieldAreMasked() throws Exception {
    List<String> log = new ArrayList<>();
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(
          new MockResponse.Builder()
              .code(400)
              .body("{\"message\":\"1234, 5678 and 9012\"}")
              .build());
      OkHttpClient http =
          new OkHttpClient.Builder()
              .addInterceptor(
                  new AttemptInterceptor(
                      Notes.DESCRIPTION, Clock.systemUTC(), log::add, Long.MAX_VALUE))
              .build();
      Locks locks =
          ApiRetrofit.create(server.url("/"), http, Notes.DESCRIPTION, ApiException::new)
              .create(Locks.class);
      FormBody form =
          new FormBody.Builder()
              .add("pins[0]", "1234")
              .add("doors[0][name]", "front")
              .add("doors[0][pin]", "5678")
              .add("doors[1][pin][new]", "9012")
              .build();
      ApiException e = assertThrows(ApiException.class, () -> locks.setPins(form).fetch());

      String fields =
          "pins[0]=M&doors[0][name]=front&doors[0][pin]=M&doors[1][pin][new]=M"
              .replace("M", SafeUrl.MASK);
      assertEquals("POST " + server.url("/pins") + "\n  " + fields, log.get(0));
      assertEquals(
          "curl -X POST '"
              + server.url("/pins")
              + "' --data '"
              + fields.replace("[", "%5B").replace("]", "%5D")
              + "'",
          e.report().curl());
      assertEquals("M, M and M".replace("M", SafeUrl.MASK), e.vendorMessage());
    }
  }
}
