/** A test on the module path, and the program that runs it. */
module consumer.prism {
  requires dev.specwright.prism;
  requires java.net.http;
  requires org.junit.platform.launcher;

  // JUnit makes the test, and the kit finds its document.
  opens consumer.prism;
}
