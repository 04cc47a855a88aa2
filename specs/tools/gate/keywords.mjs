// Comparing two objects keyword by keyword, with a table of what each keyword means.
import { change } from './impact.mjs';
import { child } from './node.mjs';
import { isText, onlyAdds, same, show, withoutTexts } from './values.mjs';

/**
 * A keyword that is neither in the table nor a text cannot be judged, so a change of it counts as breaking.
 * Without this, a keyword that nobody thought of would pass.
 */
export function byKeyword(table, before, after, context) {
  const keywords = new Set([...Object.keys(before.value ?? {}), ...Object.keys(after.value ?? {})]);
  return [...keywords]
    .filter((keyword) => !isText(keyword))
    .sort()
    .flatMap((keyword) => {
      const compare = Object.hasOwn(table, keyword) ? table[keyword] : unknown;
      return compare(child(before, keyword), child(after, keyword), context, keyword);
    });
}

const became = (keyword, before, after) => `\`${keyword}\` was ${show(before)}, is ${show(after)}`;

function unknown(before, after, context, keyword) {
  if (same(before.value, after.value)) return [];
  const remedy = 'The gate does not know this keyword: put it into a table in tools/gate';
  return [change('major', 'unknown-keyword', after, `${became(keyword, before.value, after.value)}. ${remedy}`)];
}

/** Looked at elsewhere, or without meaning on the wire. */
export const elsewhere = () => [];

/** Any difference has this impact. Texts inside the value do not count. */
export const differs = (impact, rule) => (before, after, context, keyword) => {
  const [a, b] = [withoutTexts(before.value), withoutTexts(after.value)];
  return same(a, b) ? [] : [change(impact, rule, after, became(keyword, a, b))];
};

/** Like `differs('major')`, but additions to it, and the whole of it where there was nothing, are additions. */
export const grows = (rule) => (before, after, context, keyword) => {
  const [a, b] = [withoutTexts(before.value), withoutTexts(after.value)];
  if (same(a, b)) return [];
  const impact = a === undefined || onlyAdds(a, b) ? 'minor' : 'major';
  return [change(impact, rule, after, became(keyword, a, b))];
};

/** May appear, but not change or go. */
export const appears = (rule) => (before, after, context, keyword) =>
  differs(before.value === undefined ? 'minor' : 'major', rule)(before, after, context, keyword);

/** What absence means is said by `absent`. */
export const withDefault = (absent, compare) => (before, after, context, keyword) => {
  const filled = (node) => ({ ...node, value: node.value ?? absent });
  return compare(filled(before), filled(after), context, keyword);
};

/** Extensions that stand on operations, parameters and schemas alike. The table in README.md says what they mean. */
export const extensions = {
  // Someone else fills the place in, or no longer does.
  'x-credential': differs('major', 'credential-changed'),
  // The form of the value that a caller gives or gets.
  'x-boolean': differs('major', 'boolean-changed'),
  'x-date-format': differs('major', 'date-format-changed'),
  'x-envelope': differs('major', 'envelope-changed'),
  'x-jsonp': differs('major', 'jsonp-changed'),
  'x-pagination': appears('pagination-changed'),
  'x-error': grows('error-changed'),
  'x-lenient': appears('leniency-changed'),
  // What clients do around a call, and their names. Nothing on the wire.
  'x-enum-varnames': differs('minor', 'generated-name-changed'),
  'x-idempotent': differs('minor', 'idempotency-changed'),
  'x-java-name': differs('minor', 'generated-name-changed'),
  'x-sensitive': differs('minor', 'sensitivity-changed'),
};
