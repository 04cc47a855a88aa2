package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/** A certificate that nobody has signed but itself, made by the JDK's own tool. */
final class SelfSigned {
  private static final char[] PASSWORD = "fake-password".toCharArray();

  private final KeyStore keys;

  private SelfSigned(KeyStore keys) {
    this.keys = keys;
  }

  /**
   * @param names what it is for, such as {@code dns:localhost}
   */
  static SelfSigned of(String names) throws Exception {
    Path folder = Files.createTempDirectory("certificate");
    Path file = folder.resolve("keys.p12");
    try {
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  "server",
                  "-keyalg",
                  "EC",
                  "-dname",
                  "CN=test",
                  "-ext",
                  "SAN=" + names,
                  "-storetype",
                  "PKCS12",
                  "-storepass",
                  new String(PASSWORD),
                  "-keystore",
                  file.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, keytool.waitFor(), said);
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream stored = Files.newInputStream(file)) {
        keys.load(stored, PASSWORD);
      }
      return new SelfSigned(keys);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  /** For a server that shows this certificate. */
  SSLSocketFactory server() throws Exception {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context.getSocketFactory();
  }

  /** Has a client trust this certificate, and no other. */
  void trust(OkHttpClient.Builder client) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", keys.getCertificate("server"));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    TrustManager[] managers = factory.getTrustManagers();
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers, null);
    client.sslSocketFactory(context.getSocketFactory(), (X509TrustManager) managers[0]);
  }
}
