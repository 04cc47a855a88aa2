package dev.specwright.smartq;

/**
 * Told how far the upload or download of a call has come:
 *
 * <pre>{@code
 * Progress bar = (bytes, total) -> System.out.println(bytes + " of " + total);
 * smartQ.upload(99999, 77777, 55555, file, true).tag(Progress.class, bar).fetch();
 * smartQ.download(smartQ.files().downloadFile(99999, 77777, 55555, 44444).tag(Progress.class, bar), target);
 * }</pre>
 *
 * <p>It is called by the thread that makes the call, after each piece and at least once, so it
 * should be quick. What it throws ends the call. A call that is repeated begins at zero again.
 */
@FunctionalInterface
public interface Progress {
  /**
   * Takes note.
   *
   * @param bytes how many bytes of the body went over so far; of an upload, with the few around the
   *     file
   * @param total how many there are, or -1 if nobody said
   */
  void at(long bytes, long total);
}
