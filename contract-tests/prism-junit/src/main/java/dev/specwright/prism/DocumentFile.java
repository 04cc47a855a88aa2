package dev.specwright.prism;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** A document of the class path as a file, since Prism reads files. */
final class DocumentFile {
  private DocumentFile() {}

  /**
   * Returns the file itself, or a copy in the cache of what is in a jar. Copies are named by their
   * contents, so that there is one of each however many runs there are.
   */
  static Path of(@Nullable URL document) {
    if (document == null) {
      throw new PrismStartException(
          "Expected an OpenAPI document on the class path but found none: the URL is null.");
    }
    try {
      if (document.getProtocol().equals("file")) return Path.of(document.toURI());
      return copy(document);
    } catch (IOException | URISyntaxException e) {
      throw new PrismStartException("Cannot read " + document + ".", e);
    }
  }

  private static Path copy(URL document) throws IOException {
    byte[] bytes;
    try (InputStream in = document.openStream()) {
      bytes = in.readAllBytes();
    }
    Path folder = Files.createDirectories(PrismCache.ofThisSystem().folder().resolve("documents"));
    String path = document.getPath();
    String name = path.substring(path.lastIndexOf('/') + 1);
    Path copy = folder.resolve(hash(bytes).substring(0, 16) + "-" + name);
    if (Files.exists(copy)) return copy;
    // Whoever looks meanwhile sees all of it or nothing.
    Path part = Files.createTempFile(folder, name, ".part");
    Files.write(part, bytes);
    return Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
  }

  static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "%064x".formatted(new BigInteger(1, digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256.", e);
    }
  }
}
