package dev.specwright.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  @Test
  void takesTheMiddleOfAnOddNumberOfRuns() {
    Measurement figure = figure(List.of(9.0, 1.0, 2.0));
    assertEquals(2, figure.median());
    assertEquals(1, figure.low());
    assertEquals(9, figure.high());
  }

  @Test
  void takesTheMeanOfTheTwoInTheMiddleOfAnEvenNumber() {
    assertEquals(2.5, figure(List.of(9.0, 1.0, 3.0, 2.0)).median());
  }

  @Test
  void refusesNoRuns() {
    IllegalStateException e = assertThrows(IllegalStateException.class, () -> figure(List.of()));
    assertEquals("Expected runs of decode JACKSON but found none.", e.getMessage());
  }

  @Test
  void ratioSaysHowManyTimesAsFastOneIs() {
    Results results =
        new Results(
            List.of(
                Measurement.of("decode", "EXPORT", "JACKSON", "us", List.of(30.0)),
                Measurement.of("decode", "EXPORT", "SPECWRIGHT", "us", List.of(10.0))));
    assertEquals(3, results.ratio("decode", Subject.EXPORT, Readers.JACKSON, Readers.SPECWRIGHT));
  }

  @Test
  void aFigureThatIsNotThereIsNamed() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> new Results(List.of()).of("call", "SMALL", "X"));
    assertEquals("Expected a figure of call, SMALL, X but there is none.", e.getMessage());
  }

  private static Measurement figure(List<Double> runs) {
    return Measurement.of("decode", "EXPORT", "JACKSON", "us", runs);
  }
}
