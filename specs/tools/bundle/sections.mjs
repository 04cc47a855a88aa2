// Takes parts out of a description that is written in Markdown with `## ` headings.

/** The description as `{intro, sections: [{heading, text}]}`. */
export function split(description) {
  const [intro, ...rest] = description.split(/^## /m);
  const sections = rest.map((part) => {
    const end = part.indexOf('\n');
    return { heading: part.slice(0, end).trim(), text: part.slice(end + 1).trim() };
  });
  return { intro: intro.trim(), sections };
}

/** The texts of the sections whose heading fits; a bundle without them would be of little use, so it fails. */
export function textOf(document, pattern, what) {
  const found = split(document.info.description).sections.filter(({ heading }) => pattern.test(heading));
  if (found.length === 0) {
    throw new Error(
      `${document.info.title}: info.description has no section about ${what} (a heading like ${pattern}). ` +
        'Partners need it: add one.',
    );
  }
  return found.map(({ text }) => text).join('\n\n');
}
