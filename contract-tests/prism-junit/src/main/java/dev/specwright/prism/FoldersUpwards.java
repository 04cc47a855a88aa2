package dev.specwright.prism;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where tests look for the files of a project: Maven runs them in a module's folder, IDEs often in
 * the root.
 */
final class FoldersUpwards {
  private FoldersUpwards() {}

  static Path workingDirectory() {
    return Path.of("").toAbsolutePath();
  }

  /**
   * Returns {@code folder}, which must be absolute, and all folders that it is in, nearest first.
   */
  static List<Path> from(Path folder) {
    List<Path> folders = new ArrayList<>();
    for (Path each = folder; each != null; each = each.getParent()) folders.add(each);
    return folders;
  }
}
