package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class JavadocTest {
  @Test
  void paragraphsAreMarked() {
    assertEquals("One\nline.\n\n<p>Two.", Javadoc.text("One\nline.\n\n  \nTwo.\n"));
    assertEquals("", Javadoc.text(null));
    assertEquals("", Javadoc.text(" \n"));
  }

  @Test
  void codeIsCode() {
    assertEquals("Send {@code a b} or `c.", Javadoc.text("Send `a b` or `c."));
    assertEquals("{@code GET /a/{b}}", Javadoc.text("`GET /a/{b}`"));
    for (String special : new String[] {"a < b", "}{", "{", "\\u0041", "@a", "*/", "a&b", " "}) {
      assertTrue(Javadoc.code(special).startsWith("<code>"), special);
    }
    assertEquals("<code>a &lt; b</code>", Javadoc.text("`a < b`"));
  }

  @Test
  void strongIsStrong() {
    assertEquals("<b>Note.</b> 2 ** 3 ** 4", Javadoc.text("**Note.** 2 ** 3 ** 4"));
    assertEquals("<b>Send {@code a}</b>", Javadoc.line("**Send `a`**"));
  }

  @Test
  void listsAreLists() {
    assertEquals(
        "Either:\n\n<ul>\n  <li>one\n  <li>two &lt;2&gt;\n</ul>\n\n<p>Done.",
        Javadoc.text("Either:\n\n- one\n* two <2>\n\nDone."));
  }

  @Test
  void numberedListsAreLists() {
    assertEquals(
        "<ol>\n  <li>one\n  <li>{@code two}\n</ol>\n\n<p>1.5 and more.",
        Javadoc.text("1. one\n2) `two`\n\n1.5 and more."));
  }

  @Test
  void headingsAreParagraphs() {
    assertEquals(
        "<b>One #1</b>\n\n<p>Text #2.\n\n<p><b>Two</b>\n\n<p>#no",
        Javadoc.text("# One #1\nText #2.\n\n### Two ###\n#no"));
  }

  @Test
  void linksAreLinks() {
    assertEquals(
        "See <a href=\"https://a.example/b?c=1&amp;d=2\">the {@code page}</a> or below,"
            + " {@code a[0](#x)} and [x](y z).",
        Javadoc.text(
            "See [the `page`](https://a.example/b?c=1&d=2) or [below](#more), `a[0](#x)` and"
                + " [x](y z)."));
  }

  @Test
  void tablesArePreformatted() {
    assertEquals(
        "<pre>\n| a | b |\n|---|:-:|\n| 1 | &lt;2&gt; |\n</pre>\n\n<p>Done | so.",
        Javadoc.text("| a | b |\n|---|:-:|\n| 1 | <2> |\n\nDone | so."));
  }

  @Test
  void fencesArePreformatted() {
    assertEquals(
        "See:\n\n<pre>\n{\n\n  \"a\": [&lt;1&gt;, &#64;b]\n}\n</pre>\n\n<p>Done.",
        Javadoc.text("See:\n\n```json\n{\n\n  \"a\": [<1>, @b]\n}\n```\n\nDone."));
  }

  @Test
  void nothingEndsTheCommentOrBecomesATag() {
    assertEquals(
        "&#64;type a *&#47; b &#47;* &#92;u0041 {&#64;link X} &amp;amp;",
        Javadoc.text("@type a */ b /* \\u0041 {@link X} &amp;"));
  }

  @Test
  void lineHasNoBreaks() {
    assertEquals("One {@code two} three", Javadoc.line("One\n`two`\n\n  three "));
    assertEquals("", Javadoc.line(null));
  }

  @Test
  void descriptionsOfTheDocumentCompile() {
    String description =
        """
        description: |
          Ünïcode “text” & <b>tags</b> @author */ /* \\u0041 {@code x} 🐕

          - `one` @see
          - two

          ```json
          {"a": "*/", "b": "<@c>"}

          * d
          ```

          100 % done.

          # Title

          | a | b |
          |---|---|

          1. See [this](https://a.example/?b=c&d=@e).
        """;
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.get(
                    "/pets/{a}",
                    "summary: 'Get \"all\" */ @pets'\n"
                        + description
                        + "parameters:\n"
                        + "- name: a\n  in: path\n  required: true\n  schema: {type: string}\n"
                        + description.indent(2)
                        + "- name: '*/'\n  in: query\n  schema: {type: string}\n"
                        + description.indent(2),
                    "{$ref: '#/components/schemas/Pet'}"),
                "Pet:\n  type: object\n"
                    + description.indent(2)
                    + "  properties:\n    name:\n      type: string\n"
                    + "      pattern: '^[a-z]@\\d+$'\n      minLength: 3\n      maxLength: 9\n"
                    + description.indent(6)
                    + "    size: {type: string, enum: ['*/', '@x', '<y>'], x-enum-varnames: [S, X, Y]}\n"));
    String api = code.source("api/PetsApi.java");
    assertTrue(api.contains("  /**\n   * Get \"all\" *&#47; &#64;pets.\n"), api);
    String source = code.source("model/Pet.java");
    assertTrue(
        source.contains(
            """
             * Ünïcode “text” &amp; &lt;b&gt;tags&lt;/b&gt; &#64;author *&#47; &#47;* &#92;u0041 {&#64;code x}
             * 🐕
             *
             * <ul>
             *   <li>{@code one} &#64;see
             *   <li>two
             * </ul>
             *
             * <pre>
             * {"a": "*&#47;", "b": "&lt;&#64;c&gt;"}
             *
             * &#42; d
             * </pre>
             *
             * <p>100 % done.
             *
             * <p><b>Title</b>
             *
             * <pre>
             * | a | b |
             * |---|---|
             * </pre>
             *
             * <ol>
             *   <li>See <a href="https://a.example/?b=c&amp;d=&#64;e">this</a>.
             * </ol>
             */
            """
                .indent(0)),
        source);
    assertTrue(
        source.contains(
            "<p>At least 3 characters, at most 9 characters, matches"
                + " <code>^[a-z]&#64;&#92;d+$</code>."),
        source);
  }
}
