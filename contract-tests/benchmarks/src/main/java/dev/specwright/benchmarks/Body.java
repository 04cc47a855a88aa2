package dev.specwright.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.specwright.benchmarks.rival.NewObject;
import dev.specwright.benchmarks.rival.NewTicket;
import dev.specwright.mysmark.api.ObjectsApi;
import dev.specwright.mysmark.model.ObjectCreation;
import dev.specwright.runtime.ApiDescription;
import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.ApiRetrofit;
import dev.specwright.smartq.api.TicketsApi;
import dev.specwright.smartq.model.Ticket;
import dev.specwright.smartq.model.TicketInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** A body of a request: the value as we have it and as the rivals have it. */
@SuppressWarnings("ImmutableEnumChecker") // Nothing here changes.
public enum Body {
  /** A ticket as plain JSON. No document has a JSON body, but the converter for one is there. */
  JSON(dev.specwright.smartq.api.ApiDocument.DESCRIPTION, null, "") {
    @Override
    Object value() {
      try {
        String json = new ObjectMapper().writeValueAsString(rivalValue());
        return Objects.requireNonNull(api().moshi().adapter(Ticket.class).fromJson(json));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    Object rivalValue() {
      return Documents.ticket();
    }
  },
  /** A new object of MySmark: a form whose fields hold JSON text. */
  JSON_IN_FORM(
      dev.specwright.mysmark.api.ApiDocument.DESCRIPTION, ObjectsApi.class, "createObject") {
    @Override
    Object value() {
      return ObjectCreation.builder()
          .name("Web Summit 2015")
          .description("Three days in Dublin – \"the best\" of all, says Zoë")
          .url(URI.create("https://www.example.com/summit?year=2015&lang=en"))
          .singleVote(false)
          .requiresSpecialPermissions(true)
          .expires(Instant.ofEpochSecond(1446768000))
          .category("conference")
          .externalReference("summit-2015")
          .image(URI.create("https://www.example.com/img/summit_2015.png"))
          .build();
    }

    @Override
    Object rivalValue() {
      NewObject object = new NewObject();
      object.name = "Web Summit 2015";
      object.description = "Three days in Dublin – \"the best\" of all, says Zoë";
      object.url = "https://www.example.com/summit?year=2015&lang=en";
      object.requiresSpecialPermissions = true;
      object.expires = 1446768000;
      object.category = "conference";
      object.externalReference = "summit-2015";
      object.image = "https://www.example.com/img/summit_2015.png";
      return object;
    }
  },
  /** A new ticket of smartQ: a form as PHP's {@code http_build_query} writes it. */
  PHP_FORM(dev.specwright.smartq.api.ApiDocument.DESCRIPTION, TicketsApi.class, "createTicket") {
    @Override
    Object value() {
      return TicketInput.builder()
          .name("New Ticket")
          .description("New Ticket Description – größer, später")
          .stepId(88888L)
          .tags("red,urgent")
          .requiredBy("2013-12-20")
          .assignedTo(List.of(1L, 2L, 3L, 5L))
          .notifyInvolved(true)
          .additionalProperty("f3", "some important info")
          .additionalProperty("f4", 2013L)
          .additionalProperty("f5", List.of(1234L, 4321L))
          .build();
    }

    @Override
    Object rivalValue() {
      NewTicket ticket = new NewTicket();
      ticket.name = "New Ticket";
      ticket.description = "New Ticket Description – größer, später";
      ticket.step_id = 88888;
      ticket.tags = "red,urgent";
      ticket.required_by = "2013-12-20";
      ticket.assigned_to = List.of(1L, 2L, 3L, 5L);
      ticket.notify_involved = 1;
      ticket.f3 = "some important info";
      ticket.f4 = 2013;
      ticket.f5 = List.of(1234L, 4321L);
      return ticket;
    }
  };

  private final ApiDescription api;
  private final @Nullable Class<?> operations;
  private final String operation;

  Body(ApiDescription api, @Nullable Class<?> operations, String operation) {
    this.api = api;
    this.operations = operations;
    this.operation = operation;
  }

  final ApiDescription api() {
    return api;
  }

  /** The value as a generated model. */
  abstract Object value();

  /** The same as the rivals have it. */
  abstract Object rivalValue();

  /** Returns what Retrofit turns the body of the operation into bytes with. */
  Converter<Object, RequestBody> converter() {
    Retrofit retrofit =
        ApiRetrofit.create(
            HttpUrl.get("http://localhost/"), new OkHttpClient(), api, ApiException::new);
    return retrofit.requestBodyConverter(value().getClass(), annotations(), new Annotation[0]);
  }

  /** Returns the rivals' value as the JSON that Jackson writes. */
  byte[] rivalJson(ObjectMapper mapper) {
    try {
      return mapper.writeValueAsBytes(rivalValue());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Annotation[] annotations() {
    if (operations == null) return new Annotation[0];
    for (Method method : operations.getMethods()) {
      if (!method.getName().equals(operation)) continue;
      for (Annotation[] parameter : method.getParameterAnnotations()) {
        for (Annotation each : parameter) {
          if (each instanceof retrofit2.http.Body) return parameter;
        }
      }
    }
    throw new IllegalStateException("Expected a body of " + operation + " but found none.");
  }
}
