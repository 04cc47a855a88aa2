package dev.specwright.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the Markdown of a document into Javadoc. */
final class Javadoc {
  private static final String FENCE = "```";
  private static final Pattern CODE = Pattern.compile("`([^`]*)`");
  private static final Pattern STRONG = Pattern.compile("\\*\\*([^\\s*](?:[^*]*[^\\s*])?)\\*\\*");

  /** What means something to javadoc, to HTML or to the compiler, even inside a tag. */
  private static final Pattern SPECIAL = Pattern.compile("[@<>&\\\\]|\\*/|/\\*");

  private static final Pattern BULLET = Pattern.compile("(?m)^\\s*[-*] +");
  private static final Pattern NUMBER = Pattern.compile("(?m)^\\s*\\d+[.)] +");

  /** A heading has no place in the outline of a Javadoc page, so it is a paragraph of its own. */
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*?)(?: +#+)? *$");

  /** The line below the names of a table's columns. */
  private static final Pattern TABLE = Pattern.compile("^.*\\|.*\\R[ |:-]*-[ |:-]*(?:\\R|$)");

  /** A link in HTML, and one to a place that is not on this page; code before it stays as it is. */
  private static final Pattern LINK =
      Pattern.compile(
          "\\{@code [^}]*\\}|<code>.*?</code>"
              + "|\\[([^\\[\\]]+)\\]\\((?:(https?://[^\\s\"()]+)|[#/.][^\\s\"()]*)\\)",
          Pattern.DOTALL);

  private Javadoc() {}

  /** Returns the text for the inside of a comment; empty for null. */
  static String text(@Nullable String markdown) {
    if (markdown == null || markdown.isBlank()) return "";
    StringBuilder html = new StringBuilder();
    for (String paragraph : paragraphs(markdown)) {
      if (paragraph.startsWith(FENCE)) {
        html.append(html.isEmpty() ? "" : "\n\n").append(preformatted(paragraph));
        continue;
      }
      String block = block(paragraph);
      if (!html.isEmpty()) html.append(block == null ? "\n\n<p>" : "\n\n");
      html.append(block == null ? inline(paragraph.strip()) : block);
    }
    return html.toString();
  }

  /** Returns what has tags of its own, or null. */
  private static @Nullable String block(String paragraph) {
    if (BULLET.matcher(paragraph).lookingAt()) return list("ul", BULLET, paragraph);
    if (NUMBER.matcher(paragraph).lookingAt()) return list("ol", NUMBER, paragraph);
    return TABLE.matcher(paragraph).lookingAt() ? preformatted("\n" + paragraph.strip()) : null;
  }

  /** Returns the text without line breaks, for a tag such as {@code @param}. */
  static String line(@Nullable String markdown) {
    return markdown == null ? "" : inline(markdown.strip().replaceAll("\\s+", " "));
  }

  /** Returns {@code html} with a full stop at its end, unless it has one. */
  static String sentence(String html) {
    return html.endsWith(".") ? html : html + ".";
  }

  /** Splits at blank lines, except inside a fenced block. */
  private static List<String> paragraphs(String markdown) {
    List<String> paragraphs = new ArrayList<>();
    String[] parts = markdown.strip().split("(?m)^\\s*```", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean fenced = i % 2 == 1;
      if (fenced) {
        paragraphs.add(FENCE + parts[i]);
      } else {
        String text = HEADING.matcher(parts[i].strip()).replaceAll("**$1**\n\n");
        for (String part : text.split("\\R\\s*\\R")) {
          if (!part.isBlank()) paragraphs.add(part);
        }
      }
    }
    return paragraphs;
  }

  private static String preformatted(String block) {
    // The first line is the fence and perhaps a language.
    int start = block.indexOf('\n');
    String text = escape(block.substring(start + 1).stripTrailing());
    // A star at the start of a line would count as the comment's own.
    return "<pre>\n" + text.replaceAll("(?m)^(\\s*)\\*", "$1&#42;") + "\n</pre>";
  }

  private static String list(String tag, Pattern mark, String paragraph) {
    StringBuilder html = new StringBuilder("<" + tag + ">");
    for (String item : mark.split(paragraph.strip())) {
      if (!item.isBlank()) html.append("\n  <li>").append(inline(item.strip()));
    }
    return html.append("\n</" + tag + ">").toString();
  }

  private static String inline(String text) {
    StringBuilder html = new StringBuilder();
    Matcher code = CODE.matcher(text);
    int end = 0;
    while (code.find()) {
      html.append(escape(text.substring(end, code.start())));
      html.append(code(code.group(1)));
      end = code.end();
    }
    html.append(escape(text.substring(end)));
    return links(STRONG.matcher(html).replaceAll("<b>$1</b>"));
  }

  private static String links(String html) {
    return LINK.matcher(html)
        .replaceAll(
            link -> {
              String text = link.group();
              if (link.group(2) != null) {
                text = "<a href=\"" + link.group(2) + "\">" + link.group(1) + "</a>";
              } else if (link.group(1) != null) {
                text = link.group(1);
              }
              return Matcher.quoteReplacement(text);
            });
  }

  /** Returns {@code text} as code: a tag where its text stays as it is, HTML where it would not. */
  static String code(String text) {
    boolean plain = !text.isBlank() && !SPECIAL.matcher(text).find() && hasPairedBraces(text);
    return plain ? "{@code " + text.strip() + "}" : "<code>" + escape(text) + "</code>";
  }

  private static boolean hasPairedBraces(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{') depth++;
      if (c == '}' && --depth < 0) return false;
    }
    return depth == 0;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("*/", "*&#47;")
        .replace("/*", "&#47;*")
        .replace("\\", "&#92;");
  }
}
