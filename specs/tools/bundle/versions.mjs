import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { specs } from '../documents.mjs';

/** The mock server that the bundle is tried with. contract-tests checks that it is the one it installs. */
export const PRISM = '@stoplight/prism-cli@5.14.2';

const pom = readFileSync(join(dirname(specs), 'pom.xml'), 'utf8');

const released = /<java\.released>([^<]*)<\/java\.released>/.exec(pom)?.[1] ?? '';

/** This project's Java modules: their group and the version that partners can have, the last that was published if any. */
export const project = { group: first('groupId'), released, version: released || first('version') };
export const openapiGenerator = first('openapi-generator.version');
export const compilerPlugin = first('compiler-plugin.version');
export const resourcesPlugin = first('resources-plugin.version');

function first(element) {
  const match = new RegExp(`<${element}>([^<]+)</${element}>`).exec(pom);
  if (!match) throw new Error(`No <${element}> in the pom.xml of the repository. generate.md needs it.`);
  return match[1];
}
