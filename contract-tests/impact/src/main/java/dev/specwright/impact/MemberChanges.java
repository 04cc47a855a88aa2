package dev.specwright.impact;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.AccessModifier;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChangeType;
import japicmp.model.JApiField;
import japicmp.model.JApiHasAccessModifier;
import japicmp.model.JApiImplementedInterface;
import japicmp.model.JApiMethod;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What japicmp finds in classes and their members, except for the methods of operations. */
final class MemberChanges {
  private final ApiClasses before;
  private final ApiClasses after;
  private final Calls callsBefore;
  private final Calls callsAfter;
  private final List<JavaChange> changes = new ArrayList<>();

  private MemberChanges(ApiClasses before, ApiClasses after, Calls callsBefore, Calls callsAfter) {
    this.before = before;
    this.after = after;
    this.callsBefore = callsBefore;
    this.callsAfter = callsAfter;
  }

  static List<JavaChange> between(
      ApiClasses before, ApiClasses after, Calls callsBefore, Calls callsAfter) {
    MemberChanges found = new MemberChanges(before, after, callsBefore, callsAfter);
    JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
    options.setAccessModifier(AccessModifier.PROTECTED);
    options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
    new JarArchiveComparator(options)
        .compare(archives(before), archives(after))
        .forEach(found::compare);
    return found.changes;
  }

  private static List<JApiCmpArchive> archives(ApiClasses classes) {
    // The version is not shown anywhere.
    return classes.jars().stream().map(jar -> new JApiCmpArchive(jar.toFile(), "1")).toList();
  }

  private void compare(JApiClass type) {
    String name = type.getFullyQualifiedName();
    Class<?> then = before.get(name);
    Class<?> now = after.get(name);
    if (then == null && now == null) return;
    String shown = "`" + Signatures.type(name) + "`";
    if (then == null) {
      add(Step.MINOR, type, shown + " is new");
    } else if (now == null) {
      add(Step.MAJOR, type, shown + " is gone");
    } else {
      int known = changes.size();
      String faults = faults(type);
      if (!faults.isEmpty()) add(Step.MAJOR, type, shown + ": " + faults);
      for (JApiImplementedInterface each : type.getInterfaces()) {
        String parent = "`" + Signatures.type(each.getFullyQualifiedName()) + "`";
        if (isBroken(each)) add(Step.MAJOR, type, shown + " is no " + parent + " any more");
      }
      Stream.concat(type.getMethods().stream(), type.getConstructors().stream())
          .filter(member -> isOpen(member) && !isCall(then, member) && !isCall(now, member))
          .forEach(member -> compare(type, now, member));
      type.getFields().stream()
          .filter(MemberChanges::isOpen)
          .forEach(field -> compare(type, field));
      // Superclasses, type parameters: whatever japicmp knows and nobody has put into words.
      boolean told = changes.stream().skip(known).anyMatch(one -> one.step() == Step.MAJOR);
      boolean calls = Arrays.stream(now.getDeclaredMethods()).anyMatch(Calls::isCall);
      if (isBroken(type) && !told && !calls) {
        add(Step.MAJOR, type, shown + " is not compatible with what it was");
      }
    }
  }

  /** Whether users can see it, or could: japicmp lists fields that are gone, hidden ones too. */
  private static boolean isOpen(JApiHasAccessModifier member) {
    var access = member.getAccessModifier();
    return access
        .getOldModifier()
        .or(access::getNewModifier)
        .filter(level -> level == AccessModifier.PUBLIC || level == AccessModifier.PROTECTED)
        .isPresent();
  }

  private static boolean isCall(Class<?> type, JApiBehavior member) {
    return Arrays.stream(type.getDeclaredMethods())
        .anyMatch(method -> method.getName().equals(member.getName()) && Calls.isCall(method));
  }

  private void compare(JApiClass type, Class<?> now, JApiBehavior member) {
    String shown = "`" + signature(type, member) + "`";
    if (member.getChangeStatus() == JApiChangeStatus.NEW) {
      if (isReplacement(type, member)) return;
      boolean demanded = now.isInterface() && isAbstract(now, member);
      add(
          demanded ? Step.MAJOR : Step.MINOR,
          type,
          shown + " is new" + (demanded ? ": whoever implements it has to add it" : ""));
    } else if (member.getChangeStatus() == JApiChangeStatus.REMOVED) {
      String next =
          overloads(type, member)
              .filter(other -> other.getChangeStatus() == JApiChangeStatus.NEW)
              .map(other -> " is `" + signature(type, other) + "` now")
              .findFirst()
              .orElse(" is gone");
      add(Step.MAJOR, type, shown + next);
    } else if (isBroken(member)) {
      String types = types(type, member);
      add(Step.MAJOR, type, shown + (types.isEmpty() ? ": " + faults(member) : types));
    } else if (isNowDeprecated(member)) {
      add(Step.MINOR, type, shown + " is deprecated");
    }
  }

  private void compare(JApiClass type, JApiField field) {
    String shown =
        "`" + Signatures.type(type.getFullyQualifiedName()) + "." + field.getName() + "`";
    if (field.getChangeStatus() == JApiChangeStatus.NEW) {
      add(Step.MINOR, type, shown + " is new");
    } else if (field.getChangeStatus() == JApiChangeStatus.REMOVED) {
      add(Step.MAJOR, type, shown + " is gone");
    } else if (isBroken(field)) {
      add(Step.MAJOR, type, shown + ": " + faults(field));
    } else if (isNowDeprecated(field)) {
      add(Step.MINOR, type, shown + " is deprecated");
    }
  }

  private static boolean isReplacement(JApiClass type, JApiBehavior member) {
    return overloads(type, member)
        .anyMatch(other -> other.getChangeStatus() == JApiChangeStatus.REMOVED);
  }

  private static Stream<? extends JApiBehavior> overloads(JApiClass type, JApiBehavior member) {
    List<? extends JApiBehavior> all =
        member instanceof JApiMethod ? type.getMethods() : type.getConstructors();
    return all.stream().filter(other -> other.getName().equals(member.getName()));
  }

  private static boolean isAbstract(Class<?> type, JApiBehavior member) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(member.getName()))
        .anyMatch(method -> Modifier.isAbstract(method.getModifiers()));
  }

  private static String signature(JApiClass type, JApiBehavior member) {
    String owner = Signatures.type(type.getFullyQualifiedName());
    return (member instanceof JApiMethod ? owner + "." + member.getName() : "new " + owner)
        + member.getParameters().stream()
            .map(parameter -> Signatures.type(parameter.getType()))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  /** The type that a method gives, if that is what changed. */
  private String types(JApiClass type, JApiBehavior member) {
    Class<?> then = before.get(type.getFullyQualifiedName());
    Class<?> now = after.get(type.getFullyQualifiedName());
    if (then == null || now == null) return "";
    String was = given(then, member);
    String is = given(now, member);
    return was.equals(is) ? "" : " gives `" + is + "` now, where it gave `" + was + "`";
  }

  private static String given(Class<?> type, JApiBehavior member) {
    List<String> parameters =
        member.getParameters().stream().map(parameter -> parameter.getType()).toList();
    for (Method method : type.getDeclaredMethods()) {
      List<String> own = Arrays.stream(method.getParameterTypes()).map(Class::getTypeName).toList();
      if (method.getName().equals(member.getName())
          && !method.isSynthetic()
          && parameters.equals(own)) {
        return Signatures.type(method.getGenericReturnType());
      }
    }
    return "";
  }

  private static boolean isBroken(JApiCompatibility part) {
    return !part.isBinaryCompatible() || !part.isSourceCompatible();
  }

  private static boolean isNowDeprecated(JApiCompatibility part) {
    return part.getCompatibilityChanges().stream()
        .anyMatch(one -> one.getType() == JApiCompatibilityChangeType.ANNOTATION_DEPRECATED_ADDED);
  }

  /** What japicmp calls incompatible, in its words; of a class without what its members say. */
  private static String faults(JApiCompatibility part) {
    Set<String> words = new TreeSet<>();
    part.getCompatibilityChanges().stream()
        .map(one -> one.getType())
        .filter(one -> !one.isBinaryCompatible() || !one.isSourceCompatible())
        .forEach(one -> words.add(one.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    return String.join(", ", words);
  }

  private void add(Step step, JApiClass type, String text) {
    Set<String> operations = new TreeSet<>(callsBefore.users(type.getFullyQualifiedName()));
    operations.addAll(callsAfter.users(type.getFullyQualifiedName()));
    changes.add(new JavaChange(step, text, operations));
  }
}
