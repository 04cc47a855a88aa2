package dev.specwright.smartq;

import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;

/** A file of any file system, read while it is sent. */
final class FileBody extends RequestBody {
  private static final MediaType BYTES = MediaType.get("application/octet-stream");

  private final Path file;

  FileBody(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new IllegalArgumentException(
          "Expected a file that can be read but found none at " + file + ".");
    }
    this.file = file;
  }

  String name() {
    return String.valueOf(file.getFileName());
  }

  /** Returns the type that the ending of {@code name} stands for. */
  static MediaType type(String name) {
    String known = URLConnection.guessContentTypeFromName(name);
    MediaType type = known == null ? null : MediaType.parse(known);
    return type == null ? BYTES : type;
  }

  @Override
  public MediaType contentType() {
    return type(name());
  }

  @Override
  public long contentLength() throws IOException {
    return Files.size(file);
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    try (Source source = Okio.source(file)) {
      sink.writeAll(source);
    }
  }
}
