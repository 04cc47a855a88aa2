package dev.specwright.smartq;

import static java.util.Objects.requireNonNull;

import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.CallRecord;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Sink;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way to this machine. It travels with the call, since only inside of the call do
 * failures of the network become the exceptions of the API.
 */
final class Download {
  private static final long PIECE = 64 * 1024;

  private final Sink part;
  private @Nullable IOException writeFailure;

  private Download(Sink part) {
    this.part = part;
  }

  static void run(ApiCall<ResponseBody> call, Path target) {
    // Not of the target's name, which may be as long as a name can be.
    Path temporary = target.resolveSibling("." + UUID.randomUUID() + ".part");
    try {
      checkName(target);
      try (Sink part = Okio.sink(temporary, StandardOpenOption.CREATE_NEW)) {
        fetch(call, new Download(part));
      }
      move(temporary, target);
    } catch (IOException e) {
      throw new UncheckedIOException("Expected to write " + target + " but could not.", e);
    } finally {
      delete(temporary);
    }
  }

  private static void fetch(ApiCall<ResponseBody> call, Download download) throws IOException {
    try {
      requireNonNull(call.request().tag(CallRecord.class)).attach(Download.class, download);
      call.fetch().close();
    } catch (ApiException e) {
      if (download.writeFailure == null) throw e;
      download.writeFailure.addSuppressed(e);
      throw download.writeFailure;
    }
  }

  /** Fails for a name that no file can have, before anything is sent for it. */
  private static void checkName(Path target) throws IOException {
    try {
      Files.readAttributes(target, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      // As it should be.
    }
  }

  /**
   * Takes everything from {@code source}.
   *
   * @param total how much there is, or -1
   */
  void receive(BufferedSource source, long total, @Nullable Progress progress) throws IOException {
    Buffer piece = new Buffer();
    long received = 0;
    long count;
    while ((count = source.read(piece, PIECE)) != -1) {
      write(piece);
      received += count;
      if (progress != null) progress.at(received, total);
    }
    if (received == 0 && progress != null) progress.at(0, total);
  }

  private void write(Buffer piece) throws IOException {
    try {
      part.write(piece, piece.size());
    } catch (InterruptedIOException | ClosedByInterruptException e) {
      throw e; // Nothing is wrong with the file, so the call reports it as it does a read.
    } catch (IOException e) {
      writeFailure = e;
      throw e;
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // Nothing that the caller could do, and nothing to hide the failure behind.
      temporary.toFile().deleteOnExit();
    }
  }
}
