// The samples of an API: specs/<api>/samples/<operationId>.sh and .php, and <OperationId>.java, since Java wants a
// public class to be called like its file.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operations } from './operations.mjs';

// Redoc shows a sample only under a name of a language that it knows, and drops others without a word.
const LANGUAGES = [
  { lang: 'curl', fileOf: (id) => `${id}.sh` },
  { lang: 'Java', fileOf: (id) => `${id[0].toUpperCase()}${id.slice(1)}.java` },
  { lang: 'PHP', fileOf: (id) => `${id}.php` },
];

/** The settings of the samples, with values that the mock takes. */
export const SETTINGS = 'mock.env';

/** Returns `{files, byOperation}`: all files of the folder by name, and for an operation its `x-codeSamples`. */
export function readSamples(folder, document) {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const files = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
  const byOperation = new Map();
  const used = new Set();
  for (const { id } of operations(document)) {
    const expected = LANGUAGES.map(({ fileOf }) => fileOf(id));
    const missing = expected.filter((name) => !files.has(name));
    if (missing.length === expected.length) continue;
    if (missing.length > 0) {
      throw new Error(`${folder}: ${id} has a sample in one language but not in all: add ${missing.join(', ')}.`);
    }
    expected.forEach((name) => used.add(name));
    byOperation.set(id, LANGUAGES.map(({ lang, fileOf }) => ({ lang, source: files.get(fileOf(id)).toString() })));
  }
  const stray = names.filter((name) => /\.(sh|php|java)$/.test(name) && !used.has(name));
  if (stray.length > 0) throw new Error(`${folder}: no operation belongs to ${stray.join(', ')}. Rename or remove it.`);
  if (byOperation.size === 0) throw new Error(`${folder}: no samples. Add one in each language for the main operations.`);
  if (!files.has(SETTINGS)) throw new Error(`${folder}: ${SETTINGS} is missing, the settings with which samples run.`);
  return { files, byOperation };
}
