import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { compareStructure } from './structure.mjs';
import { isText } from './values.mjs';

// Whatever somebody edits: the gate's own reader must have an opinion on it, or it must be a text.
const document = parse(readFileSync(new URL('pairs-base.yaml', import.meta.url), 'utf8'));

// `tags` of the document only describe; what is read-only is no part of a request.
const SILENT = [
  /^\/info(\/|$)/,
  /^\/tags(\/|$)/,
  /^\/components\/schemas\/SongInput\/properties\/plays(\/(type|format))?$/,
];

/** Names in these maps may be like keywords. */
const MAPS = new Set(['properties', 'schemas', 'statuses']);

function places(value, path = []) {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value)
    .filter((key) => MAPS.has(path.at(-1)) || !isText(key))
    .flatMap((key) => [[...path, key], ...places(value[key], [...path, key])]);
}

function edited(path, edit) {
  const copy = structuredClone(document);
  edit(
    path.slice(0, -1).reduce((value, key) => value[key], copy),
    path.at(-1),
  );
  return copy;
}

const remove = (holder, key) => (Array.isArray(holder) ? holder.splice(Number(key), 1) : delete holder[key]);
const alter = (holder, key) =>
  (holder[key] = { number: 1 + holder[key], boolean: !holder[key], string: `${holder[key]}X` }[typeof holder[key]]);
const isScalar = (path) => typeof path.reduce((value, key) => value[key], document) !== 'object';

function unnoticed(paths, edit) {
  return paths
    .filter((path) => {
      try {
        return compareStructure(document, edited(path, edit)).length === 0;
      } catch (error) {
        assert.match(error.message, /cannot follow #/); // a dangling reference stops the gate
        return false;
      }
    })
    .map((path) => `/${path.join('/')}`)
    .filter((path) => !SILENT.some((pattern) => pattern.test(path)));
}

test('nothing can be removed unnoticed', () => {
  const all = places(document);
  assert.ok(all.length > 250, `only ${all.length} places`);
  assert.deepEqual(unnoticed(all, remove), []);
});

test('nothing can be altered unnoticed', () => {
  assert.deepEqual(unnoticed(places(document).filter(isScalar), alter), []);
});
