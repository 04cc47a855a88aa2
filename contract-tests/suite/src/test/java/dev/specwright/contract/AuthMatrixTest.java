package dev.specwright.contract;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.specwright.contract.driver.ClientSetups;
import dev.specwright.contract.driver.Document;
import dev.specwright.contract.driver.DocumentedOperation;
import java.io.IOException;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which credentials each operation sends, and where: exactly those of the document, for each way in
 * that clients go, and nothing to anybody else.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.specwright.contract.Apis#names")
class AuthMatrixTest {
  private static Document document;
  private static AuthGate gate;
  private static String name;
  private static int cases;

  @Parameter String api;

  @BeforeParameterizedClassInvocation
  static void open(String api) throws IOException {
    name = api;
    Figures.forget("auth-" + api);
    document = Document.read(Apis.document(api));
    gate = new AuthGate(document, ClientSetups.of(api), new OkHttpClient());
    cases = 0;
  }

  @AfterParameterizedClassInvocation
  static void close() throws IOException {
    gate.close();
    Figures.write("auth-" + name, "Auth matrix  %-14s  cases %4d".formatted(name, cases));
  }

  @TestFactory
  Stream<DynamicTest> exactlyTheDeclaredCredentialsAreSent() {
    return tests(gate::exactlyTheDeclaredCredentialsAreSent);
  }

  @TestFactory
  Stream<DynamicTest> nothingFollowsARedirect() {
    return tests(gate::nothingFollowsARedirect);
  }

  @TestFactory
  Stream<DynamicTest> keysDoNotFollowARedirect() {
    return tests(gate::keysDoNotFollowARedirect);
  }

  @TestFactory
  Stream<DynamicTest> nothingGoesToAnotherHost() {
    return tests(gate::nothingGoesToAnotherHost);
  }

  private static Stream<DynamicTest> tests(Function<DocumentedOperation, Stream<Check>> checks) {
    return document.operations().stream()
        .flatMap(checks)
        .map(
            each ->
                dynamicTest(
                    each.name(),
                    () -> {
                      each.run().execute();
                      cases++;
                    }));
  }
}
