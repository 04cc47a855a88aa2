package dev.specwright.core;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What OkHttp gives to java.util.logging, down to the finest level. */
final class OkHttpLog implements AutoCloseable {
  /** Kept here, since the logging forgets the settings of a logger that nobody keeps. */
  private static final Logger LOGGER = Logger.getLogger("okhttp3");

  private final ConcurrentLinkedQueue<LogRecord> records = new ConcurrentLinkedQueue<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  OkHttpLog() {
    LOGGER.setLevel(Level.ALL);
    LOGGER.setUseParentHandlers(false);
    LOGGER.addHandler(handler);
  }

  void clear() {
    records.clear();
  }

  /** Returns all messages, with the stacks of what was thrown. */
  String text() {
    SimpleFormatter formatter = new SimpleFormatter();
    StringWriter text = new StringWriter();
    PrintWriter lines = new PrintWriter(text);
    for (LogRecord record : records) {
      lines.println(formatter.formatMessage(record));
      if (record.getThrown() != null) record.getThrown().printStackTrace(lines);
    }
    return text.toString();
  }

  @Override
  public void close() {
    LOGGER.removeHandler(handler);
  }
}
