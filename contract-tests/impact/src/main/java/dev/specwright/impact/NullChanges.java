package dev.specwright.impact;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What may be null now, and what may be no longer; and what a builder asks for now. Java's
 * compatibility, and so japicmp, knows nothing of it.
 */
final class NullChanges {
  private final Calls calls;
  private final List<JavaChange> changes = new ArrayList<>();

  private NullChanges(Calls calls) {
    this.calls = calls;
  }

  static List<JavaChange> between(ApiClasses before, ApiClasses after, Calls callsAfter) {
    NullChanges found = new NullChanges(callsAfter);
    after
        .classes()
        .forEach(
            (name, now) -> {
              Class<?> then = before.get(name);
              if (then != null) found.compare(then, now, after.get(name + "$Builder"));
            });
    return found.changes;
  }

  private void compare(Class<?> then, Class<?> now, @Nullable Class<?> builder) {
    for (Constructor<?> constructor : now.getDeclaredConstructors()) {
      for (Constructor<?> old : then.getDeclaredConstructors()) {
        boolean same = Signatures.key(old).equals(Signatures.key(constructor));
        if (same && ApiClasses.isOpen(constructor.getModifiers())) arguments(old, constructor);
      }
    }
    Map<String, Method> known = methods(then);
    methods(now)
        .forEach(
            (key, method) -> {
              Method old = known.get(key);
              if (old != null) {
                results(old, method);
                arguments(old, method);
              }
              if (builder != null) demand(accessor(then, method.getName()), method, builder);
            });
  }

  /** Public methods; a method whose types changed is no matter of null. */
  private static Map<String, Method> methods(Class<?> type) {
    Map<String, Method> methods = new TreeMap<>();
    for (Method method : type.getDeclaredMethods()) {
      if (ApiClasses.isOpen(method.getModifiers()) && !method.isSynthetic()) {
        methods.put(
            Signatures.key(method) + Signatures.type(method.getGenericReturnType()), method);
      }
    }
    return methods;
  }

  private void results(Method then, Method now) {
    List<Boolean> before = nulls(then.getAnnotatedReturnType());
    List<Boolean> after = nulls(now.getAnnotatedReturnType());
    if (wider(before, after)) {
      add(Step.MAJOR, now, shown(now) + " may be null, or hold null, now");
    } else if (wider(after, before)) {
      add(Step.MINOR, now, shown(now) + " is, or holds, null no more");
    }
  }

  private void arguments(Executable then, Executable now) {
    AnnotatedType[] before = then.getAnnotatedParameterTypes();
    AnnotatedType[] after = now.getAnnotatedParameterTypes();
    for (int i = 0; i < before.length; i++) {
      String name = "`" + now.getParameters()[i].getName() + "`";
      if (wider(nulls(after[i]), nulls(before[i]))) {
        // Who only reads a model seldom builds one.
        boolean matters = !isBuilder(now) || calls.isSent(now.getDeclaringClass());
        add(
            matters ? Step.MAJOR : Step.MINOR,
            now,
            shown(now) + " takes no null as " + name + " any more");
      } else if (wider(nulls(before[i]), nulls(after[i]))) {
        add(Step.MINOR, now, shown(now) + " takes null as " + name + " now");
      }
    }
  }

  /** A property that is never null has to be set; that it is new says no signature. */
  private void demand(@Nullable Method then, Method now, Class<?> builder) {
    boolean asked = isNeeded(now, builder);
    if (!asked || (then != null && isNeeded(then, builder))) return;
    if (!calls.isSent(now.getDeclaringClass())) return;
    add(
        Step.MAJOR,
        now,
        "`"
            + Signatures.type(builder)
            + ".build()` asks for `"
            + now.getName()
            + "` now: set it with `"
            + now.getName()
            + "(...)`");
  }

  private static @Nullable Method accessor(Class<?> type, String name) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(name) && method.getParameterCount() == 0)
        .findFirst()
        .orElse(null);
  }

  private static boolean isNeeded(Method accessor, Class<?> builder) {
    boolean settable =
        Arrays.stream(builder.getDeclaredMethods())
            .filter(method -> method.getName().equals(accessor.getName()))
            .anyMatch(method -> method.getParameterCount() == 1);
    return settable
        && accessor.getParameterCount() == 0
        && !Modifier.isStatic(accessor.getModifiers())
        && !mayBeNull(accessor.getAnnotatedReturnType());
  }

  private static boolean isBuilder(Executable method) {
    return method.getDeclaringClass().getSimpleName().equals("Builder");
  }

  /** Whether something is nullable in {@code after} that was not in {@code before}. */
  private static boolean wider(List<Boolean> before, List<Boolean> after) {
    if (before.size() != after.size()) return false;
    for (int i = 0; i < before.size(); i++) {
      if (after.get(i) && !before.get(i)) return true;
    }
    return false;
  }

  /** Whether a type, and each type inside of it, may be null. */
  private static List<Boolean> nulls(AnnotatedType type) {
    List<Boolean> nulls = new ArrayList<>();
    collect(type, nulls);
    return nulls;
  }

  private static void collect(AnnotatedType type, List<Boolean> nulls) {
    nulls.add(mayBeNull(type));
    if (type instanceof AnnotatedParameterizedType generic) {
      for (AnnotatedType each : generic.getAnnotatedActualTypeArguments()) collect(each, nulls);
    } else if (type instanceof AnnotatedArrayType array) {
      collect(array.getAnnotatedGenericComponentType(), nulls);
    } else if (type instanceof AnnotatedWildcardType wildcard) {
      for (AnnotatedType each : wildcard.getAnnotatedUpperBounds()) collect(each, nulls);
    }
  }

  private static boolean mayBeNull(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static String shown(Executable method) {
    return "`" + Signatures.key(method) + "`";
  }

  private void add(Step step, Executable method, String text) {
    changes.add(new JavaChange(step, text, calls.users(method.getDeclaringClass().getName())));
  }
}
