package dev.specwright.contract;

import dev.specwright.contract.driver.Document;
import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.contract.driver.Json;
import dev.specwright.contract.driver.Node;
import dev.specwright.contract.mutation.DocumentMutation;
import dev.specwright.contract.mutation.DocumentMutation.Place;
import dev.specwright.contract.mutation.DocumentMutations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A document with a mutation, as its service would follow it, while clients and tests go by the
 * published one. It has the operation that changed and those that need no credentials, such as the
 * one for tokens, since Prism takes its time for each.
 *
 * @param file the document
 * @param unchanged the same without the mutation
 */
record Mutant(DocumentMutation mutation, String api, Place place, Path file, Path unchanged) {
  /**
   * Returns a mutant for each mutation, of one of the documents that have a place for it, in turns;
   * or of all of them.
   */
  static List<Mutant> all(boolean inAllDocuments) throws IOException {
    Files.createDirectories(Apis.MUTANTS);
    Map<String, Node> published = new HashMap<>();
    Apis.names().forEach(api -> published.put(api, Node.read(Apis.document(api))));
    List<Mutant> mutants = new ArrayList<>();
    List<DocumentMutation> mutations = DocumentMutations.all();
    for (int i = 0; i < mutations.size(); i++) {
      int before = mutants.size();
      List<String> apis = new ArrayList<>(Apis.names());
      Collections.rotate(apis, -i);
      for (String api : apis) {
        Node changed = published.get(api).copy();
        Place place = mutations.get(i).apply(new Document(changed)).orElse(null);
        if (place == null) continue;
        String name = mutations.get(i).name().replaceAll("[^A-Za-z]+", "-");
        Path file = write(changed, api, place, name);
        Path unchanged = write(published.get(api).copy(), api, place, place.operation());
        mutants.add(new Mutant(mutations.get(i), api, place, file, unchanged));
        if (!inAllDocuments) break;
      }
      if (mutants.size() == before) {
        throw new IllegalStateException("No document has a place for " + mutations.get(i) + ".");
      }
    }
    return mutants;
  }

  private static Path write(Node root, String api, Place place, String name) throws IOException {
    Node paths = root.at("paths");
    Set<String> others = new LinkedHashSet<>(paths.members().keySet());
    // Read anew: the path may be what has changed.
    new Document(root)
        .operations().stream()
            .filter(each -> each.id().equals(place.operation()) || isOpen(each))
            .map(DocumentedOperation::path)
            .forEach(others::remove);
    others.forEach(paths::remove);
    Path file = Apis.MUTANTS.resolve(api + "-" + name + ".json");
    Files.writeString(file, Json.text(root.value()));
    return file;
  }

  private static boolean isOpen(DocumentedOperation operation) {
    return operation.alternatives().stream().allMatch(each -> each.places().isEmpty());
  }

  @Override
  public String toString() {
    return mutation + " in " + api;
  }
}
