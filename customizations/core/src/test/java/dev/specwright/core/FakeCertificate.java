package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/** A certificate that nobody knows, made by the JDK's own tool. */
final class FakeCertificate {
  private static final String PASSWORD = "fake-password";

  private final KeyStore keys;

  private FakeCertificate(KeyStore keys) {
    this.keys = keys;
  }

  /** A command of the tool with its arguments, in a folder of its own. */
  @FunctionalInterface
  private interface Tool {
    void run(String... arguments) throws Exception;
  }

  /** What is done to make a certificate for the alias {@code server}. */
  @FunctionalInterface
  private interface Making {
    void by(Tool tool) throws Exception;
  }

  /**
   * Signed by itself.
   *
   * @param names what it is for, such as {@code dns:localhost}
   */
  static FakeCertificate selfSigned(String names) throws Exception {
    return made(tool -> generate(tool, "server", "SAN=" + names));
  }

  /** Signed by an authority of its own, and good for a day that is long over. */
  static FakeCertificate expired(String names) throws Exception {
    return made(
        tool -> {
          generate(tool, "authority", "bc:c");
          generate(tool, "server", "SAN=" + names);
          tool.run("-certreq", "-alias", "server", "-file", "request");
          tool.run(
              "-gencert",
              "-alias",
              "authority",
              "-infile",
              "request",
              "-outfile",
              "certificate",
              "-startdate",
              "2020/01/01 00:00:00",
              "-validity",
              "1",
              "-ext",
              "SAN=" + names);
          tool.run("-importcert", "-alias", "server", "-file", "certificate", "-noprompt");
          // A server would show either.
          tool.run("-delete", "-alias", "authority");
        });
  }

  private static void generate(Tool tool, String alias, String extension) throws Exception {
    tool.run(
        "-genkeypair",
        "-alias",
        alias,
        "-keyalg",
        "EC",
        "-dname",
        "CN=" + alias,
        "-ext",
        extension);
  }

  private static FakeCertificate made(Making making) throws Exception {
    Path folder = Files.createTempDirectory("certificate");
    try {
      making.by(arguments -> keytool(folder, arguments));
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream stored = Files.newInputStream(folder.resolve("keys.p12"))) {
        keys.load(stored, PASSWORD.toCharArray());
      }
      return new FakeCertificate(keys);
    } finally {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) Files.delete(file);
      }
      Files.delete(folder);
    }
  }

  private static void keytool(Path folder, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(
        List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", "keys.p12"));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }

  /** For a server that shows this certificate. */
  SSLSocketFactory server() throws Exception {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context.getSocketFactory();
  }

  /** Has a client trust whoever signed this certificate, and nobody else. */
  void trust(OkHttpClient.Builder client) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    Certificate[] chain = keys.getCertificateChain("server");
    trusted.setCertificateEntry("signer", chain[chain.length - 1]);
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    TrustManager[] managers = factory.getTrustManagers();
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers, null);
    client.sslSocketFactory(context.getSocketFactory(), (X509TrustManager) managers[0]);
  }
}
