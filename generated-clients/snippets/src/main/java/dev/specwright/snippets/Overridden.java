package dev.specwright.snippets;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** What a method overrides or implements. */
final class Overridden {
  private Overridden() {}

  /** Returns the methods of supertypes that {@code method} stands in for. */
  static Set<ExecutableElement> of(Elements elements, ExecutableElement method) {
    Set<ExecutableElement> overridden = new LinkedHashSet<>();
    if (!(method.getEnclosingElement() instanceof TypeElement owner)) return overridden;
    for (TypeElement type : supertypes(elements, owner)) {
      for (ExecutableElement each : ElementFilter.methodsIn(type.getEnclosedElements())) {
        if (elements.overrides(method, each, owner)) overridden.add(each);
      }
    }
    return overridden;
  }

  private static Set<TypeElement> supertypes(Elements elements, TypeElement type) {
    Set<TypeElement> all = new LinkedHashSet<>();
    all.add(elements.getTypeElement("java.lang.Object"));
    Deque<TypeElement> open = new ArrayDeque<>(Set.of(type));
    while (!open.isEmpty()) {
      TypeElement next = open.remove();
      add(next.getSuperclass(), all, open);
      next.getInterfaces().forEach(each -> add(each, all, open));
    }
    return all;
  }

  private static void add(TypeMirror type, Set<TypeElement> all, Deque<TypeElement> open) {
    if (!(type instanceof DeclaredType declared)) return;
    Element element = declared.asElement();
    if (element instanceof TypeElement known && all.add(known)) open.add(known);
  }
}
