package dev.specwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

final class OperationTest {
  private static Operation operation(String id) {
    return ZooTest.ZOO.operations().stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyMethodIsAnOperation() {
    assertEquals(11, ZooTest.ZOO.operations().size());
  }

  @Test
  void factsAreReadFromTheAnnotations() {
    Operation operation = operation("listSecret");
    assertEquals(
        "GET {secret}/keepers/{keeper}/animals", operation.method() + " " + operation.path());
    assertEquals(List.of(Set.of("basic", "clientId"), Set.of()), operation.security());
    assertEquals(Set.of("keeper", "pin", "secret"), operation.sensitive());
    assertEquals("zooSecret", operation.credentials().get(0).name());
    assertEquals("callback", operation.jsonp().orElseThrow());
    assertEquals("count", operation.pagination().orElseThrow().limit());
    assertEquals("data", operation("getEnveloped").envelope().orElseThrow());
    assertEquals("DELETE", operation("deleteAnimal").method());
    assertEquals("true false", operation("download").raw() + " " + operation("getAnimal").raw());
  }

  @Test
  void requestOfSomeoneElseHasNone() {
    assertNull(Operation.of(new Request.Builder().url("https://zoo.example/").build()));
  }

  interface Odd {
    @ApiOperation(id = "odd", idempotent = true)
    ApiCall<String> odd();
  }

  @Test
  void methodWithoutAnHttpMethodIsRefused() {
    assertEquals(
        "Expected an HTTP method on public abstract dev.specwright.runtime.ApiCall"
            + " dev.specwright.runtime.OperationTest$Odd.odd() but found none."
            + " Add @GET, @POST, ...",
        assertThrows(IllegalArgumentException.class, () -> Operation.of(Odd.class)).getMessage());
  }
}
