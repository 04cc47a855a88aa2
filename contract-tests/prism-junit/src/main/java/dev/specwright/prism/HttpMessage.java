package dev.specwright.prism;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request or an answer of HTTP/1.1, whole in memory. Not one of the JDK's clients and servers:
 * they refuse addresses that Prism takes, add headers of their own, and cannot break off an answer.
 */
final class HttpMessage {
  private static final int LONGEST_LINE = 1 << 20;
  private static final Set<String> OF_CONNECTION =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "http2-settings",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final String start;
  private final List<String> headers;
  private final byte[] body;
  private final boolean hasBody;
  private final boolean keepAlive;

  /**
   * @param start the first line
   * @param headers without those of the single connection and of the form of the body
   * @param body without the form that it has in transfer
   * @param hasBody whether the message says how long its body is, be it empty
   * @param keepAlive whether the connection may be used again
   */
  HttpMessage(String start, List<String> headers, byte[] body, boolean hasBody, boolean keepAlive) {
    this.start = start;
    this.headers = List.copyOf(headers);
    this.body = body;
    this.hasBody = hasBody;
    this.keepAlive = keepAlive;
  }

  /** Returns the next request, or null if the client has closed the connection. */
  static @Nullable HttpMessage readRequest(InputStream in, OutputStream out) throws IOException {
    String start = line(in);
    if (start == null) return null;
    List<String> headers = headers(in);
    if ("100-continue".equalsIgnoreCase(header(headers, "expect"))) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }
    return message(start, headers, in, false);
  }

  /** Returns the answer to a request with {@code method}. */
  static HttpMessage readAnswer(InputStream in, String method) throws IOException {
    String start = line(in);
    if (start == null) throw new EOFException("No answer.");
    List<String> headers = headers(in);
    String status = start.split(" ", 3)[1];
    if (method.equals("HEAD") || status.equals("204") || status.equals("304")) {
      return new HttpMessage(start, own(headers), new byte[0], false, true);
    }
    return message(start, headers, in, true);
  }

  /** Writes this for a connection that ends after it, or does not. */
  void write(OutputStream out, boolean last) throws IOException {
    out.write(head(last));
    out.write(body);
    out.flush();
  }

  /** Returns everything before the body. */
  byte[] head(boolean last) {
    StringBuilder head = new StringBuilder(start).append("\r\n");
    for (String each : headers) head.append(each).append("\r\n");
    if (hasBody) head.append("Content-Length: ").append(body.length).append("\r\n");
    if (last) head.append("Connection: close\r\n");
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  byte[] body() {
    return body;
  }

  boolean keepAlive() {
    return keepAlive;
  }

  String method() {
    return start.split(" ", 2)[0];
  }

  /** Returns the path of a request, without its query. */
  String path() {
    return start.split(" ", 3)[1].split("\\?", 2)[0];
  }

  boolean has(String name) {
    return header(headers, name) != null;
  }

  HttpMessage withHeader(String name, String value) {
    List<String> changed = new ArrayList<>(headers);
    changed.removeIf(each -> isCalled(each, name));
    changed.add(name + ": " + value);
    return new HttpMessage(start, changed, body, hasBody, keepAlive);
  }

  HttpMessage withBody(byte[] changed) {
    return new HttpMessage(start, headers, changed, true, keepAlive);
  }

  private static HttpMessage message(
      String start, List<String> headers, InputStream in, boolean untilEnd) throws IOException {
    String length = header(headers, "content-length");
    byte[] body;
    boolean hasBody = true;
    if ("chunked".equalsIgnoreCase(header(headers, "transfer-encoding"))) {
      body = chunks(in);
    } else if (length != null) {
      body = exactly(in, Integer.parseInt(length));
    } else {
      hasBody = untilEnd;
      body = untilEnd ? in.readAllBytes() : new byte[0];
    }
    boolean keepAlive =
        !start.endsWith("HTTP/1.0") && !"close".equalsIgnoreCase(header(headers, "connection"));
    return new HttpMessage(start, own(headers), body, hasBody, keepAlive);
  }

  private static List<String> own(List<String> headers) {
    return headers.stream()
        .filter(each -> OF_CONNECTION.stream().noneMatch(name -> isCalled(each, name)))
        .toList();
  }

  private static boolean isCalled(String header, String name) {
    return header.length() > name.length()
        && header.charAt(name.length()) == ':'
        && header.regionMatches(true, 0, name, 0, name.length());
  }

  private static @Nullable String header(List<String> headers, String name) {
    for (String each : headers) {
      if (isCalled(each, name)) return each.substring(name.length() + 1).strip();
    }
    return null;
  }

  private static List<String> headers(InputStream in) throws IOException {
    List<String> headers = new ArrayList<>();
    while (true) {
      String line = line(in);
      if (line == null) throw new EOFException("The headers are cut off.");
      if (line.isEmpty()) return headers;
      headers.add(line);
    }
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      String line = line(in);
      if (line == null) throw new EOFException("The body is cut off.");
      int length = Integer.parseInt(line.split(";", 2)[0].strip(), 16);
      if (length == 0) {
        headers(in);
        return body.toByteArray();
      }
      body.write(exactly(in, length));
      line(in);
    }
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) throw new EOFException("The body is cut off.");
    return bytes;
  }

  /** Returns the next line, or null at the end. */
  private static @Nullable String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        if (line.size() == 0) return null;
        throw new EOFException("A line is cut off.");
      }
      if (line.size() == LONGEST_LINE) throw new IOException("A line is too long.");
      line.write(next);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
