package dev.specwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import okhttp3.FormBody;
import okhttp3.RequestBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;

final class EncodedFormTest {
  private static final EncodedForm EMPTY = EncodedForm.of(null);

  private static String sent(RequestBody body) throws IOException {
    Buffer sink = new Buffer();
    body.writeTo(sink);
    return sink.readUtf8();
  }

  @Test
  void fieldsAreThoseThatWereAdded() {
    FormBody fields = EncodedForm.fieldsOf(EMPTY.with("R&D ü", "a=b+c d%zz").with("", ""));
    assertNotNull(fields);
    assertEquals(2, fields.size());
    assertEquals("R&D ü", fields.name(0));
    assertEquals("a=b+c d%zz", fields.value(0));
    assertEquals("R%26D+%C3%BC", fields.encodedName(0));
    assertEquals("a%3Db%2Bc+d%25zz", fields.encodedValue(0));
    assertEquals("", fields.name(1));
    assertEquals("", fields.value(1));
  }

  @Test
  void emptyFormHasNoFields() {
    FormBody fields = EncodedForm.fieldsOf(EMPTY);
    assertNotNull(fields);
    assertEquals(0, fields.size());
  }

  @Test
  void okHttpsFormIsTakenAsItIs() throws IOException {
    FormBody form =
        new FormBody.Builder().add("a b", "ü&").addEncoded("%zz", "1+2").add("", "").build();
    assertSame(form, EncodedForm.fieldsOf(form));
    assertEquals(sent(form), sent(EncodedForm.of(form)));
    assertEquals(sent(form) + "&token=%26", sent(EncodedForm.of(form).with("token", "&")));
  }

  @Test
  void otherBodiesHaveNoFields() throws IOException {
    RequestBody text = RequestBody.create("a=b", null);
    assertNull(EncodedForm.fieldsOf(text));
    assertNull(EncodedForm.fieldsOf(null));
    assertEquals("", sent(EncodedForm.of(text)));
  }

  @Test
  void bodyIsRepeatableAndKnowsItsLengthAndType() throws IOException {
    EncodedForm form = EMPTY.with("a", "ü");
    assertEquals("a=%C3%BC", sent(form));
    assertEquals("a=%C3%BC", sent(form));
    assertEquals(8, form.contentLength());
    assertEquals("application/x-www-form-urlencoded", form.contentType().toString());
    assertEquals(new FormBody.Builder().build().contentType(), form.contentType());
    assertFalse(form.isOneShot());
  }

  @Test
  void aLongerFormLeavesTheOneBeforeAsItIs() throws IOException {
    EncodedForm before = EMPTY.with("a", "1");
    assertEquals("a=1&b=2", sent(before.with("b", "2")));
    assertEquals("a=1&b=3", sent(before.with("b", "3")));
    assertEquals("a=1", sent(before));
  }

  @Test
  void textShowsNoField() {
    assertEquals("EncodedForm[16 bytes]", EMPTY.with("pin", "secret-12345").toString());
  }
}
