import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findings } from './licences.mjs';

const bill = (...licenses) => ({ components: [{ purl: 'pkg:maven/org.example/shop@1', licenses }] });
const refusal = (found) => [
  'Expected pkg:maven/org.example/shop@1 to have a permissive licence (Apache-2.0, MIT, BSD-2-Clause, BSD-3-Clause, ' +
    `CC0-1.0, 0BSD, Public Domain) but found ${found}. Use another library.`,
];

test('a permissive licence passes', () => assert.deepEqual(findings(bill({ license: { id: 'MIT' } })), []));

test('one permissive alternative is enough', () => {
  assert.deepEqual(findings(bill({ expression: '(GPL-2.0-only OR Apache-2.0)' })), []);
  assert.deepEqual(findings(bill({ license: { id: 'EPL-2.0' } }, { license: { id: 'MIT' } })), []);
});

test('another licence is refused', () => {
  assert.deepEqual(findings(bill({ license: { id: 'GPL-3.0-only' } })), refusal('GPL-3.0-only'));
  assert.deepEqual(findings(bill({ expression: 'GPL-2.0-only AND MIT' })), refusal('GPL-2.0-only AND MIT'));
});

test('JUnit may have its own, and nothing else that licence', () => {
  const junit = { purl: 'pkg:maven/org.junit.platform/junit-platform-commons@1', licenses: [{ license: { id: 'EPL-2.0' } }] };
  assert.deepEqual(findings({ components: [junit] }), []);
  assert.deepEqual(findings(bill({ license: { id: 'EPL-2.0' } })), refusal('EPL-2.0'));
});

test('an unknown licence is refused', () => {
  assert.deepEqual(findings(bill()), refusal('none'));
  assert.deepEqual(findings(bill({ license: { name: 'Our own' } })), refusal('Our own'));
});

test('what is no bill of materials is refused', () => {
  assert.deepEqual(findings({}), ['Expected a list of components but found none. Is this CycloneDX?']);
});

test('a folder with a space is checked as any other', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'a checkout '));
  t.after(() => rmSync(folder, { recursive: true }));
  const program = join(folder, 'licences.mjs');
  cpSync(fileURLToPath(new URL('licences.mjs', import.meta.url)), program);
  const { status, stderr } = spawnSync(process.execPath, [program, folder], { encoding: 'utf8' });
  assert.match(stderr, /^licences: found no bills of materials\./);
  assert.equal(status, 1);
});
