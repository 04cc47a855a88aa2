package dev.specwright.impact;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javassist.bytecode.AccessFlag;
import javassist.bytecode.AttributeInfo;
import javassist.bytecode.BadBytecode;
import javassist.bytecode.ClassFile;
import javassist.bytecode.CodeAttribute;
import javassist.bytecode.Descriptor;
import javassist.bytecode.ExceptionTable;
import javassist.bytecode.MethodInfo;
import javassist.bytecode.Opcode;

/** Makes a jar that has the API of another, and none of its code. */
final class Outline {
  private static final byte[] THROW_NULL = {Opcode.ACONST_NULL, (byte) Opcode.ATHROW};

  private Outline() {}

  static void write(Path jar, Path outline) throws IOException {
    try (JarFile from = new JarFile(jar.toFile());
        OutputStream file = Files.newOutputStream(outline);
        JarOutputStream to = new JarOutputStream(file)) {
      List<JarEntry> classes =
          from.stream()
              .filter(entry -> entry.getName().endsWith(".class"))
              .filter(entry -> !entry.getName().endsWith("package-info.class"))
              .sorted(Comparator.comparing(JarEntry::getName))
              .toList();
      for (JarEntry each : classes) {
        JarEntry entry = new JarEntry(each.getName());
        // The same API makes the same bytes.
        entry.setTime(0);
        to.putNextEntry(entry);
        try (InputStream bytes = from.getInputStream(each)) {
          boolean module = each.getName().equals(ModuleChanges.DESCRIPTOR);
          to.write(
              module ? bytes.readAllBytes() : outlineOf(new ClassFile(new DataInputStream(bytes))));
        } catch (BadBytecode e) {
          throw new IOException("Cannot read " + each.getName() + " in " + jar, e);
        }
      }
    }
  }

  private static byte[] outlineOf(ClassFile type) throws IOException, BadBytecode {
    type.getFields().removeIf(field -> isHidden(field.getAccessFlags()));
    type.getMethods().removeIf(method -> isHidden(method.getAccessFlags()));
    for (MethodInfo method : type.getMethods()) {
      if (method.getCodeAttribute() == null) continue;
      int locals = Descriptor.paramSize(method.getDescriptor()) + 1;
      method.setCodeAttribute(
          new CodeAttribute(
              method.getConstPool(),
              1,
              locals,
              THROW_NULL.clone(),
              new ExceptionTable(method.getConstPool())));
    }
    if (isUnderstood(type)) type.compact();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    type.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  /**
   * Whether Javassist can give the constants of a class other numbers. Attributes that it has no
   * class for, such as those of records and sealed types, keep the old ones.
   */
  private static boolean isUnderstood(ClassFile type) {
    return Stream.of(
            type.getAttributes().stream(),
            type.getFields().stream().flatMap(field -> field.getAttributes().stream()),
            type.getMethods().stream().flatMap(method -> method.getAttributes().stream()))
        .flatMap(attributes -> attributes)
        .allMatch(attribute -> attribute.getClass() != AttributeInfo.class);
  }

  private static boolean isHidden(int flags) {
    return AccessFlag.isPrivate(flags) || AccessFlag.isPackage(flags);
  }
}
