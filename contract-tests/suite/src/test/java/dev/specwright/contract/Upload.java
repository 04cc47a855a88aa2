package dev.specwright.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.specwright.contract.driver.Content;
import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.contract.driver.DocumentedRequest;
import dev.specwright.contract.driver.Node;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;

/** How bytes are sent in a part of a multipart body, if at all. */
enum Upload {
  /** The request has no parts. */
  NO_PARTS,
  /** The length of the bytes is known. */
  KNOWN_LENGTH,
  /** It is not, so that the request is sent in chunks. */
  CHUNKED;

  /** No text in any encoding, and more than one chunk. */
  static final ByteString BYTES = bytes();

  private static final Pattern PART_NAME = Pattern.compile("; name=\"([^\"]*)\"");

  private static ByteString bytes() {
    byte[] bytes = new byte[70_000];
    new Random(7).nextBytes(bytes);
    return ByteString.of(bytes);
  }

  /** Returns the kinds that {@code operation} has to be tried with. */
  static Stream<Upload> kinds(DocumentedOperation operation) {
    return operation.requests().stream().anyMatch(Content::isMultipart)
        ? Stream.of(KNOWN_LENGTH, CHUNKED)
        : Stream.of(NO_PARTS);
  }

  /** Returns {@code request} with {@link #BYTES} in place of each file. */
  DocumentedRequest in(DocumentedRequest request) {
    if (this == NO_PARTS) return request;
    Map<String, Object> parts = new LinkedHashMap<>();
    parts(request).forEach((name, part) -> parts.put(name, isFile(part) ? body() : example(part)));
    return request.withBody(request.content().orElseThrow(), parts);
  }

  private static Map<String, Node> parts(DocumentedRequest request) {
    return request.content().orElseThrow().schema().at("properties").members();
  }

  private static boolean isFile(Node part) {
    return part.at("format").is("binary");
  }

  private static Object example(Node part) {
    return part.at("example").value();
  }

  private RequestBody body() {
    long length = this == CHUNKED ? -1 : BYTES.size();
    return new RequestBody() {
      @Override
      public MediaType contentType() {
        return MediaType.get("application/octet-stream");
      }

      @Override
      public long contentLength() {
        return length;
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        sink.write(BYTES);
      }
    };
  }

  /** Fails unless {@code received} has exactly the parts that the document describes. */
  void isWhatCame(RecordedRequest received, DocumentedRequest request) throws IOException {
    if (this == NO_PARTS) return;
    assertEquals(
        this == CHUNKED ? "chunked" : null, received.getHeaders().get("Transfer-Encoding"));
    Map<String, ByteString> expected = new TreeMap<>();
    parts(request)
        .forEach(
            (name, part) ->
                expected.put(
                    name,
                    isFile(part) ? BYTES : ByteString.encodeUtf8(String.valueOf(example(part)))));
    assertEquals(expected, parts(received));
  }

  private static Map<String, ByteString> parts(RecordedRequest received) throws IOException {
    MediaType type = MediaType.get(received.getHeaders().get("Content-Type"));
    Map<String, ByteString> parts = new TreeMap<>();
    try (MultipartReader reader =
        new MultipartReader(new Buffer().write(received.getBody()), type.parameter("boundary"))) {
      for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
        Matcher name = PART_NAME.matcher(part.headers().get("Content-Disposition"));
        if (!name.find()) throw new AssertionError("A part without a name");
        parts.put(name.group(1), part.body().readByteString());
      }
    }
    return parts;
  }
}
