import { list } from '../document.mjs';

const CONFIDENCES = ['A', 'B', 'C'];

/** Every x-source leads to an entry of x-sources, and every entry is used. */
export default function* check(document) {
  const sources = Object.keys(document.root['x-sources'] ?? {});
  const used = new Set(mentions(document));
  for (const { path, value: source } of extensionsNamed('x-source', document.root)) {
    const { ref, confidence, note } = source ?? {};
    used.add(ref);
    if (!sources.includes(ref))
      yield finding(path, `The source "${ref}" is not in x-sources.`, `Use one of ${list(sources)}, or add it there.`);
    if (!CONFIDENCES.includes(confidence)) {
      yield finding(
        path,
        `The confidence is ${JSON.stringify(confidence)}.`,
        "Write A (read at the vendor's), B (read in working code of others) or C (inferred).",
      );
    }
    if (confidence === 'C' && !note) yield finding(path, 'Something is inferred, but not from what.', 'Add a note.');
  }
  for (const source of sources) {
    if (!used.has(source))
      yield finding(
        ['x-sources', source],
        `Nothing comes from the source "${source}".`,
        'Remove it, or name it where it was used.',
      );
  }
}

const finding = (path, found, remedy) => ({ path, found, remedy });

/** Texts may refer to a source, too, as: source `id`. */
function mentions({ root }) {
  return [...JSON.stringify(root).matchAll(/\bsource `([^`]+)`/g)].map(([, id]) => id);
}

/** Wherever they stand, extensions included. */
export function* extensionsNamed(name, value, path = []) {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    if (key === name) yield { path: [...path, key], value: each, owner: value };
    yield* extensionsNamed(name, each, [...path, key]);
  }
}
