// Comparing plain values, whatever the order of their keys.
import { isObject } from './node.mjs';

/** Keywords for human readers. They change nothing on the wire, so a raised patch version is enough. */
const TEXTS = new Set([
  'title',
  'summary',
  'description',
  'example',
  'examples',
  'externalDocs',
  'x-assumption',
  'x-section',
  'x-source',
  'x-sources',
]);
export const isText = (keyword) => TEXTS.has(keyword);

/** Sorted keys, so that equal values have equal texts. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'undefined';
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

export const same = (a, b) => canonical(a) === canonical(b);

/** Whether everything of `before` is still in `after`: only members of objects were added. */
export function onlyAdds(before, after) {
  if (!isObject(before) || !isObject(after)) return same(before, after);
  return Object.keys(before).every((key) => key in after && onlyAdds(before[key], after[key]));
}

export function withoutTexts(value) {
  if (Array.isArray(value)) return value.map(withoutTexts);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !isText(key));
  return Object.fromEntries(kept.map(([key, member]) => [key, withoutTexts(member)]));
}

/** For messages. */
export function show(value) {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 157)}...` : text;
}
