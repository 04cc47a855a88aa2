// The gate for the documents of this module: each against its last release.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { documents, specs } from '../documents.mjs';
import { compareFiles } from './compare.mjs';
import { notAVersion, parseVersion } from './version.mjs';

export const releasedFile = (api, folder = specs) => join(folder, api, 'released', 'openapi.yaml');

/** `{api, file, released, working, impact, changes, texts, problem}`; `released` is undefined before the first release. */
export async function judge({ api, file }, folder = specs) {
  const release = releasedFile(api, folder);
  if (existsSync(release)) return { api, file, ...(await compareFiles(release, file)) };

  const working = parse(readFileSync(file, 'utf8')).info.version;
  const version = parseVersion(working);
  if (!version) return { api, file, working, impact: 'none', changes: [], texts: [], problem: notAVersion(working) };
  const problem =
    version[0] === 0
      ? undefined
      : `Version ${working} says that it is released, but ${api}/released/openapi.yaml is missing. ` +
        `Make the first release with "npm run release -- ${api}", or set info.version to 0.1.0 while the document is a draft.`;
  return { api, file, working, impact: 'none', changes: [], texts: [], problem };
}

/** Every document, and every release whose document is gone. */
export async function judgeAll(found = documents(), folder = specs) {
  const known = new Set(found.map(({ api }) => api));
  const orphans = readdirSync(folder)
    .sort()
    .filter((api) => !known.has(api) && existsSync(releasedFile(api, folder)))
    .map((api) => ({
      api,
      file: join(folder, api, 'openapi.yaml'),
      impact: 'major',
      changes: [],
      texts: [],
      problem: `${api}/openapi.yaml is gone, but it was released. Bring it back, or delete ${api}/released if partners were told.`,
    }));
  const results = [];
  for (const document of found) results.push(await judge(document, folder)); // one by one: the build shares the machine
  return [...results, ...orphans];
}
