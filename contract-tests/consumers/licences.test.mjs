import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findings } from './licences.mjs';

const bill = (...licenses) => ({ components: [{ purl: 'pkg:maven/org.example/shop@1', licenses }] });
const refusal = (found) => [
  'Expected pkg:maven/org.example/shop@1 to have a permissive licence (Apache-2.0, MIT, BSD-2-Clause, BSD-3-Clause, ' +
    `CC0-1.0, 0BSD, Public Domain) but found ${found}. Use another library.`,
];
const MIT = JSON.stringify(bill({ license: { id: 'MIT' } }));
const REMEDY = 'Make it with mvn -Prelease package, which needs a network for it.';

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

test('what is no bill of materials, and an empty one, is refused', () => {
  const expected = ['Expected a list of components but found none. Is this CycloneDX, of a module with dependencies?'];
  assert.deepEqual(findings({}), expected);
  assert.deepEqual(findings({ components: [] }), expected);
});

/** Runs the program, in a folder whose name has a space, on a repository that has these files, and the poms of two modules. */
function run(t, files) {
  const root = mkdtempSync(join(tmpdir(), 'a checkout '));
  t.after(() => rmSync(root, { recursive: true }));
  const program = join(root, 'licences.mjs');
  cpSync(fileURLToPath(new URL('licences.mjs', import.meta.url)), program);
  const pom = (name) => `<project><parent><artifactId>parent</artifactId></parent><artifactId>${name}</artifactId></project>`;
  const managed = '<artifactId>bom</artifactId><dependencyManagement><artifactId>specwright-core</artifactId></dependencyManagement>';
  const all = {
    'pom.xml': pom('parent'),
    'generated-clients/pom.xml': pom('parent'),
    'generated-clients/generator/pom.xml': pom('specwright-generator'),
    'customizations/pom.xml': pom('parent'),
    'customizations/core/pom.xml': pom('specwright-core'),
    'customizations/bom/pom.xml': managed,
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    const file = join(root, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    if (name.endsWith('pom.xml')) utimesSync(file, 1000, 1000);
    else utimesSync(file, 2000, text === STALE ? 999 : 2000);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, root], { encoding: 'utf8' });
  return { status, output: stdout + stderr.replaceAll(`${root}/`, '') };
}

const GENERATOR = { 'generated-clients/generator/target/bom.json': MIT };
const STALE = `${MIT}\n`;

test('a bill of every published module passes', (t) => {
  assert.deepEqual(run(t, { ...GENERATOR, 'customizations/core/target/bom.json': MIT }), {
    status: 0,
    output: 'licences: 1 components in 2 bills of materials, 0 findings\n',
  });
});

test('a module without a bill is refused', (t) => {
  assert.deepEqual(run(t, GENERATOR), {
    status: 1,
    output:
      'licences: 1 components in 2 bills of materials, 1 findings\n' +
      `licences: Expected a bill of materials of specwright-core but found none. ${REMEDY}\n`,
  });
});

test('a module that is nowhere is refused', (t) => {
  const { output } = run(t, { ...GENERATOR, 'customizations/core/pom.xml': '<artifactId>specwright-other</artifactId>' });
  assert.match(output, /Expected a bill of materials of specwright-core but found none\./);
});

test('a bill that a build without a network left is refused', (t) => {
  assert.deepEqual(run(t, { ...GENERATOR, 'customizations/core/target/bom.json': STALE }), {
    status: 1,
    output:
      'licences: 1 components in 2 bills of materials, 1 findings\n' +
      `licences: Expected customizations/core/target/bom.json to be newer than the poms but it is older. ${REMEDY}\n`,
  });
});
