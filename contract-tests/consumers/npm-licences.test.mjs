import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findings, locks } from './npm-licences.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const real = locks(root);

/** The real lockfiles and one with a package more. */
const withPackage = (path, entry) =>
  findings([...real, ['shop/package-lock.json', { packages: { '': { name: 'shop' }, [path]: { version: '1.0.0', ...entry } } }]]);
const refusal = (found) => [
  'shop/package-lock.json: Expected @shop/cart@1.0.0 to have a permissive licence (Apache-2.0, MIT, BSD-2-Clause, ' +
    `BSD-3-Clause, CC0-1.0, 0BSD, ISC, BlueOak-1.0.0, Unlicense) but found ${found}. Use another package, or say in ` +
    'npm-licences.mjs why it may stay.',
];

test('every npm package has a permissive licence, or stands among the exceptions', () => {
  assert.ok(real.some(([file]) => file === join('contract-tests', 'portable', 'package-lock.json')), 'no lockfile was found');
  assert.deepEqual(findings(real), []);
});

test('one permissive alternative is enough', () => {
  assert.deepEqual(withPackage('node_modules/@shop/cart', { license: '(GPL-3.0-only OR MIT)' }), []);
});

test('another licence is refused, also of a package in a package', () => {
  assert.deepEqual(withPackage('node_modules/@shop/cart', { license: 'GPL-3.0-only' }), refusal('GPL-3.0-only'));
  assert.deepEqual(withPackage('node_modules/a/node_modules/@shop/cart', { license: 'MIT AND GPL-3.0-only' }), refusal('MIT AND GPL-3.0-only'));
});

test('no licence is refused', () => assert.deepEqual(withPackage('node_modules/@shop/cart', {}), refusal('none')));

test('an exception is for one version', () => {
  const [finding] = withPackage('node_modules/axe-core', { license: 'MPL-2.0' });
  assert.match(finding, /Expected axe-core@1\.0\.0 to have a permissive licence .* but found MPL-2\.0\./);
});

test('an exception that nothing needs is found', () => {
  const [finding] = findings(real.filter(([file]) => !file.startsWith('specs')));
  assert.equal(finding, 'Expected axe-core@4.14.1 in a package-lock.json but found it in none. Take it out of npm-licences.mjs.');
});
