package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.junit.jupiter.api.Test;

class UnusedSchemasTest {
  private static final int LENGTH = 20_000;

  @Test
  void followsAChainOfReferencesLongerThanTheStack() {
    Components components = new Components();
    for (int i = 0; i < LENGTH; i++) {
      components.addSchemas("Link" + i, new Schema<>().addProperty("next", reference(i + 1)));
    }
    components.addSchemas("Link" + LENGTH, new Schema<>().type("object"));
    components.addSchemas("Unused", new Schema<>().addProperty("next", reference(0)));
    MediaType json = new MediaType().schema(reference(0));
    ApiResponse answer =
        new ApiResponse().content(new Content().addMediaType("application/json", json));
    Operation operation =
        new Operation().responses(new ApiResponses().addApiResponse("200", answer));
    OpenAPI document =
        new OpenAPI()
            .components(components)
            .paths(new Paths().addPathItem("/links", new PathItem().get(operation)));

    new UnusedSchemas(document).remove();

    assertEquals(LENGTH + 1, components.getSchemas().size());
    assertFalse(components.getSchemas().containsKey("Unused"));
  }

  private static Schema<?> reference(int index) {
    return new Schema<>().$ref("#/components/schemas/Link" + index);
  }
}
