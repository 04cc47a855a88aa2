package dev.specwright.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.prism.PrismServer;
import java.io.IOException;
import java.util.List;
import java.util.Set;
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
 * Goes every way that a client can go by its document. A way that nothing went over the wire for
 * fails the build.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.specwright.contract.Apis#names")
class CoverageGateTest {
  private static PrismServer prism;
  private static Stage stage;
  private static CoverageGate gate;

  @Parameter String api;

  @BeforeParameterizedClassInvocation
  static void open(String api) throws IOException {
    Figures.forget("coverage-" + api);
    prism = PrismServer.mock(Apis.document(api)).strict(true).start();
    stage = Stage.open(api, prism.baseUrl());
    gate = new CoverageGate(stage, new OkHttpClient());
  }

  @AfterParameterizedClassInvocation
  static void everyCellIsCovered() throws IOException {
    gate.close();
    stage.close();
    prism.close();
    CellNotes notes = gate.notes();
    CoverageReport.add(stage.api(), notes);

    assertEquals(List.of(), notes.uncovered(), () -> "Nothing tries this of " + stage.api());
    assertEquals(Set.of(), notes.undocumented(), () -> "Not in the document of " + stage.api());
  }

  @TestFactory
  Stream<DynamicTest> examplesOfPrismComeThrough() {
    return operations().flatMap(gate::examplesOfPrismComeThrough).map(Check::test);
  }

  @TestFactory
  Stream<DynamicTest> examplesOfRequestsAreAccepted() {
    return operations().flatMap(gate::examplesOfRequestsAreAccepted).map(Check::test);
  }

  @TestFactory
  Stream<DynamicTest> errorInsideASuccessIsItsException() {
    return operations().flatMap(gate::errorInsideASuccessIsItsException).map(Check::test);
  }

  @TestFactory
  Stream<DynamicTest> bytesAndPartsComeThrough() {
    return operations().flatMap(gate::bytesAndPartsComeThrough).map(Check::test);
  }

  private static Stream<DocumentedOperation> operations() {
    return stage.document().operations().stream();
  }
}
