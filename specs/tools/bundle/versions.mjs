import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { specs } from '../documents.mjs';

/** The mock server that the bundle is tried with. contract-tests checks that it is the one it installs. */
export const PRISM = '@stoplight/prism-cli@5.14.2';

const pom = readFileSync(join(dirname(specs), 'pom.xml'), 'utf8');

/** The version of this project's Java modules, and the group they are in. */
export const project = { group: first('groupId'), version: first('version') };
export const openapiGenerator = first('openapi-generator.version');

function first(element) {
  const match = new RegExp(`<${element}>([^<]+)</${element}>`).exec(pom);
  if (!match) throw new Error(`No <${element}> in the pom.xml of the repository. generate.md needs it.`);
  return match[1];
}
