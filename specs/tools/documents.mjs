import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this module, whatever folder a tool is started in. */
export const specs = dirname(dirname(fileURLToPath(import.meta.url)));

/** The documents as `{api, file}`: every folder with an `openapi.yaml`, so that no list has to be kept. */
export function documents() {
  const found = readdirSync(specs)
    .sort()
    .map((api) => ({ api, file: join(specs, api, 'openapi.yaml') }))
    .filter(({ file }) => existsSync(file));
  if (found.length === 0) throw new Error(`No <api>/openapi.yaml in ${specs}`);
  return found;
}
