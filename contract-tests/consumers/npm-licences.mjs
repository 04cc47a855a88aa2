// The licences of npm packages, from package-lock.json: Prism is installed for users of the test kit, a part of Redocly's CLI
// is in the documentation pages of the bundles, and the rest checks and tests.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PERMISSIVE = new Set([
  'Apache-2.0', 'MIT', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', '0BSD', 'ISC', 'BlueOak-1.0.0', 'Unlicense',
]);
/** What has another licence or names none, and why it may stay. With its version: a new one is looked at anew. */
const EXCEPTIONS = new Map([
  ['axe-core@4.14.1', 'MPL-2.0; looks at our pages in a test, and is given to nobody'],
  ...['reserved@0.1.2', 'compute-gcd@1.2.1', 'compute-lcm@1.1.2'].map((name) => [name, 'MIT, in the old field "licenses"']),
  ...['function@1.0.2', 'integer@1.0.5', 'integer-array@1.0.0', 'number@1.0.3'].map((name) => [
    `validate.io-${name}`,
    'MIT, in the old field "licenses"',
  ]),
]);
const LISTED = [...PERMISSIVE].join(', ');

/** What is wrong with the licences of the packages of lockfiles, by the name of the file. */
export function findings(locks) {
  const packages = [...locks].flatMap(([file, { packages }]) =>
    Object.entries(packages ?? {})
      .filter(([path]) => path !== '')
      .map(([path, { version, license }]) => ({ file, name: `${path.split('node_modules/').at(-1)}@${version}`, license })),
  );
  const wrong = packages
    .filter(({ name, license }) => !isPermissive(license) && !EXCEPTIONS.has(name))
    .map(
      ({ file, name, license }) =>
        `${file}: Expected ${name} to have a permissive licence (${LISTED}) but found ${license ?? 'none'}. Use another package, or say in npm-licences.mjs why it may stay.`,
    );
  const known = new Set(packages.map(({ name }) => name));
  const idle = [...EXCEPTIONS.keys()]
    .filter((name) => !known.has(name))
    .map((name) => `Expected ${name} in a package-lock.json but found it in none. Take it out of npm-licences.mjs.`);
  return [...wrong, ...idle];
}

/** One of an expression's alternatives is enough. */
function isPermissive(license) {
  return (license ?? '').replace(/[()]/g, '').split(' OR ').some((each) => PERMISSIVE.has(each));
}

/** The lockfiles of a repository, by their path in it. */
export function locks(root, below = '') {
  return readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const path = join(below, entry.name);
    if (entry.name === 'package-lock.json') return [[path, JSON.parse(readFileSync(join(root, path), 'utf8'))]];
    const isOurs = entry.isDirectory() && !entry.name.startsWith('.') && !['node_modules', 'target'].includes(entry.name);
    return isOurs ? locks(root, path) : [];
  });
}
