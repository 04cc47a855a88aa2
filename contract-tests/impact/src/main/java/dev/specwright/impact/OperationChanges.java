package dev.specwright.impact;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of the methods of the operations, joined by operationId. */
final class OperationChanges {
  private final SortedMap<String, List<Method>> before;
  private final SortedMap<String, List<Method>> after;
  private final List<JavaChange> changes = new ArrayList<>();

  private OperationChanges(Calls before, Calls after) {
    this.before = before.methods();
    this.after = after.methods();
  }

  static List<JavaChange> between(Calls before, Calls after) {
    return new OperationChanges(before, after).find();
  }

  private List<JavaChange> find() {
    Set<String> added = new TreeSet<>(after.keySet());
    added.removeAll(before.keySet());
    before.forEach(
        (id, methods) -> {
          List<Method> now = after.get(id);
          if (now != null) {
            compare(id, methods, now);
            return;
          }
          String renamed = sameRequest(methods, added);
          if (renamed == null) {
            add(Step.MAJOR, id, quoted(widest(methods)) + " is gone, with its operation");
          } else {
            added.remove(renamed);
            Method next = widest(Objects.requireNonNull(after.get(renamed)));
            // The gate knows the operation by its new name.
            add(
                Step.MAJOR,
                renamed,
                quoted(widest(methods)) + " is called " + quoted(next) + " now");
          }
        });
    for (String id : added) {
      add(Step.MINOR, id, quoted(widest(Objects.requireNonNull(after.get(id)))) + " is new");
    }
    return changes;
  }

  /** The new operation that makes the request of one that is gone. */
  private @Nullable String sameRequest(List<Method> methods, Set<String> candidates) {
    String request = Calls.request(methods);
    for (String id : candidates) {
      List<Method> candidate = Objects.requireNonNull(after.get(id));
      if (Calls.request(candidate).equals(request)) return id;
    }
    return null;
  }

  private void compare(String id, List<Method> then, List<Method> now) {
    Set<String> known = keys(then);
    Set<String> left = keys(now);
    Method next = widest(now);
    List<Method> gone = then.stream().filter(one -> !left.contains(Signatures.key(one))).toList();
    for (Method method : gone) {
      // With or without the optional parameters: each has its counterpart.
      Method same = then.size() == now.size() ? now.get(then.indexOf(method)) : next;
      add(Step.MAJOR, id, quoted(method) + " is " + quoted(same) + " now" + remedy(method, same));
    }
    if (gone.isEmpty()) {
      for (Method method : now) {
        if (known.contains(Signatures.key(method))) continue;
        add(Step.MINOR, id, quoted(method) + " is new, beside " + quoted(then.get(0)));
      }
    }
    for (Method method : then) {
      for (Method same : now) {
        if (Signatures.key(method).equals(Signatures.key(same)) && swapped(method, same)) {
          add(
              Step.MAJOR,
              id,
              quoted(method) + " is " + quoted(same) + " now: arguments changed places");
        }
      }
    }
    String answer = Signatures.type(widest(then).getGenericReturnType());
    String answers = Signatures.type(next.getGenericReturnType());
    if (!answer.equals(answers)) {
      add(
          Step.MAJOR,
          id,
          quoted(next) + " gives `" + answers + "` now, where it gave `" + answer + "`");
    }
  }

  /** Says which arguments to add, and which to leave out. */
  private static String remedy(Method then, Method now) {
    List<String> wanted = new ArrayList<>(Signatures.parameters(now));
    wanted.removeAll(Signatures.parameters(then));
    List<String> left = new ArrayList<>(Signatures.parameters(then));
    left.removeAll(Signatures.parameters(now));
    String text = "";
    if (!wanted.isEmpty()) text += ": pass `" + String.join("`, `", wanted) + "`";
    if (!left.isEmpty()) {
      text += (text.isEmpty() ? ": " : ", ") + "leave out `" + String.join("`, `", left) + "`";
    }
    return text;
  }

  /** Of one type, so that no compiler sees it. */
  private static boolean swapped(Method then, Method now) {
    List<String> before = Signatures.parameters(then);
    List<String> after = Signatures.parameters(now);
    return !before.equals(after) && new TreeSet<>(before).equals(new TreeSet<>(after));
  }

  private static Method widest(List<Method> overloads) {
    return overloads.get(overloads.size() - 1);
  }

  private static Set<String> keys(List<Method> methods) {
    return methods.stream()
        .map(Signatures::key)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String quoted(Method method) {
    return "`" + Signatures.call(method) + "`";
  }

  private void add(Step step, String id, String text) {
    changes.add(new JavaChange(step, text, Set.of(id)));
  }
}
