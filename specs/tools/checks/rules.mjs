import { readdirSync } from 'node:fs';

const FOLDER = new URL('rules/', import.meta.url);

/** The rules as `{name, check}`: a file of rules/ each, so that no list has to be kept. */
export async function rules() {
  const files = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.mjs'))
    .sort();
  return Promise.all(
    files.map(async (file) => ({
      name: file.replace('.mjs', ''),
      check: (await import(new URL(file, FOLDER))).default,
    })),
  );
}
