package dev.specwright.impact;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a generated client: the methods by operationId, and which classes are sent and
 * read by them. Annotations are known by name, since they may come from another runtime.
 */
final class Calls {
  private static final String OPERATION = "dev.specwright.runtime.ApiOperation";
  private static final String HTTP = "retrofit2.http";

  private final ApiClasses client;
  private final SortedMap<String, List<Method>> methods = new TreeMap<>();
  private final Map<String, Set<String>> users = new HashMap<>();
  private final Set<Class<?>> sent = new HashSet<>();

  Calls(ApiClasses client) {
    this.client = client;
    for (Class<?> type : client.classes().values()) {
      for (Method method : type.getDeclaredMethods()) {
        String id = id(method);
        if (id != null) methods.put(id, overloads(method));
      }
    }
    methods.forEach(
        (id, overloads) -> {
          for (Method method : overloads) {
            users
                .computeIfAbsent(method.getDeclaringClass().getName(), key -> new TreeSet<>())
                .add(id);
            Set<Class<?>> reached = new HashSet<>();
            for (Type parameter : method.getGenericParameterTypes()) reach(parameter, reached);
            sent.addAll(reached);
            reach(method.getGenericReturnType(), reached);
            for (Class<?> each : reached) {
              users.computeIfAbsent(each.getName(), key -> new TreeSet<>()).add(id);
            }
          }
        });
  }

  /** A method, and the one that leaves the optional parameters out, shortest first. */
  private static List<Method> overloads(Method call) {
    return Arrays.stream(call.getDeclaringClass().getDeclaredMethods())
        .filter(method -> method.getName().equals(call.getName()))
        .sorted(Comparator.comparing(Method::getParameterCount))
        .toList();
  }

  /** The methods of the operations, by operationId. */
  SortedMap<String, List<Method>> methods() {
    return methods;
  }

  /** The operations that send or read a class, or that it has; none for one that is not known. */
  Set<String> users(String className) {
    return users.getOrDefault(className, Set.of());
  }

  /** Whether objects of a class are sent. */
  boolean isSent(Class<?> type) {
    return sent.contains(type);
  }

  /** Whether a method makes the call of an operation. */
  static boolean isCall(Method method) {
    return id(method) != null;
  }

  /** The request that the methods of an operation make, such as {@code GET /songs/{song}}. */
  static String request(List<Method> methods) {
    for (Annotation annotation :
        methods.stream().flatMap(method -> Arrays.stream(method.getAnnotations())).toList()) {
      if (!annotation.annotationType().getPackageName().equals(HTTP)) continue;
      String name = annotation.annotationType().getSimpleName();
      if (name.equals("HTTP")) {
        return value(annotation, "method") + " /" + value(annotation, "path");
      }
      if (name.equals(name.toUpperCase(Locale.ROOT))) {
        return name + " /" + value(annotation, "value");
      }
    }
    throw new IllegalArgumentException(
        "Expected an HTTP method on " + methods + " but found none.");
  }

  private static @Nullable String id(AnnotatedElement method) {
    for (Annotation annotation : method.getAnnotations()) {
      if (annotation.annotationType().getName().equals(OPERATION)) return value(annotation, "id");
    }
    return null;
  }

  private static String value(Annotation annotation, String member) {
    try {
      return String.valueOf(annotation.annotationType().getMethod(member).invoke(annotation));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Expected " + member + " in " + annotation, e);
    }
  }

  /** Follows the public methods of models and queries to the types that they show. */
  private void reach(Type type, Set<Class<?>> reached) {
    if (type instanceof ParameterizedType generic) {
      reach(generic.getRawType(), reached);
      for (Type argument : generic.getActualTypeArguments()) reach(argument, reached);
    } else if (type instanceof WildcardType wildcard) {
      for (Type bound : wildcard.getUpperBounds()) reach(bound, reached);
    } else if (type instanceof Class<?> known) {
      if (client.get(known.getName()) != known || !reached.add(known)) return;
      for (Method method : known.getDeclaredMethods()) {
        if (!ApiClasses.isOpen(method.getModifiers())) continue;
        reach(method.getGenericReturnType(), reached);
        for (Type parameter : method.getGenericParameterTypes()) reach(parameter, reached);
      }
    }
  }
}
