package dev.specwright.snippets;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.specwright.snippets.Snippets.Snippet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Collects the members that the lines between markers use: by name, by a lambda or method reference
 * that stands in for one, or by a method that overrides one.
 */
final class UsedMembers extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private final JavacTask task;
  private final Trees trees;
  private final CompilationUnitTree unit;
  private final List<Snippet> snippets;
  private final Set<String> used = new TreeSet<>();

  private UsedMembers(JavacTask task, CompilationUnitTree unit, List<Snippet> snippets) {
    this.task = task;
    this.trees = Trees.instance(task);
    this.unit = unit;
    this.snippets = snippets;
  }

  static Set<String> in(JavacTask task) throws IOException {
    List<CompilationUnitTree> units = new ArrayList<>();
    task.parse().forEach(units::add);
    task.analyze();
    Set<String> used = new TreeSet<>();
    for (CompilationUnitTree unit : units) {
      UsedMembers scanner =
          new UsedMembers(task, unit, Snippets.snippets(Path.of(unit.getSourceFile().toUri())));
      scanner.scan(unit, null);
      used.addAll(scanner.used);
    }
    return used;
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
    if (tree != null && isMarked(tree)) use(new TreePath(getCurrentPath(), tree));
    return super.scan(tree, null);
  }

  private boolean isMarked(Tree tree) {
    long position = trees.getSourcePositions().getEndPosition(unit, tree);
    if (position < 0) return false;
    long line = unit.getLineMap().getLineNumber(position);
    return snippets.stream().anyMatch(each -> each.first() <= line && line <= each.last());
  }

  private void use(TreePath path) {
    Tree tree = path.getLeaf();
    Element element = trees.getElement(path);
    if (element != null) used.add(PublicMembers.name(element));
    if (element instanceof ExecutableElement method) {
      Overridden.of(task.getElements(), method).forEach(each -> used.add(PublicMembers.name(each)));
    }
    if (tree instanceof LambdaExpressionTree || tree instanceof MemberReferenceTree) {
      useFunction(trees.getTypeMirror(path));
    }
  }

  /** A lambda stands in for the one method of its type that has no body. */
  private void useFunction(@Nullable TypeMirror type) {
    if (!(type instanceof DeclaredType declared)) return;
    for (ExecutableElement each :
        ElementFilter.methodsIn(declared.asElement().getEnclosedElements())) {
      if (each.getModifiers().contains(Modifier.ABSTRACT)) used.add(PublicMembers.name(each));
    }
  }
}
