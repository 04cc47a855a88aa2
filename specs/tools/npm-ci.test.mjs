import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';

const TOOL = fileURLToPath(new URL('npm-ci.mjs', import.meta.url));
const [major, minor] = process.versions.node.split('.').map(Number);

/** A project without dependencies, so that npm needs no registry. */
function project(context, node) {
  const folder = mkdtempSync(join(tmpdir(), 'npm-ci-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const root = { name: 'empty', version: '1.0.0', ...(node && { engines: { node } }) };
  const write = (name, content) => writeFileSync(join(folder, name), JSON.stringify(content));
  write('package.json', root);
  write('package-lock.json', { name: 'empty', version: '1.0.0', lockfileVersion: 3, packages: { '': root } });
  return { folder, write, root };
}

function run(folder) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TOOL, folder], { encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

test('installs once, and again after a change', (context) => {
  const { folder, write, root } = project(context);
  assert.match(run(folder).output, /^npm-ci-\w+: node_modules installed in \d+ s\n$/);
  assert.match(run(folder).output, /^npm-ci-\w+: node_modules is up to date\n$/);
  write('package.json', { ...root, description: 'changed' });
  assert.match(run(folder).output, /installed/);
});

test('after an installation that failed, the next run tries again', (context) => {
  const { folder, write, root } = project(context);
  run(folder);
  write('package.json', { ...root, dependencies: { missing: '1.0.0' } });
  for (let i = 0; i < 2; i++) {
    const { status, output } = run(folder);
    assert.equal(status, 1);
    assert.match(output, /npm-ci: "npm ci .*" failed in /);
  }
});

for (const range of [`>=${major}`, `>=${major}.${minor} <${major + 1}`, `<10 || >=${major}.${minor}.0`]) {
  test(`this Node is in ${range}`, (context) => assert.equal(run(project(context, range).folder).status, 0));
}

for (const range of [`<${major}`, `>=${major}.${minor + 1}`, `>=10 <${major} || >=${major + 1}`]) {
  test(`this Node is not in ${range}`, (context) => {
    const { status, output } = run(project(context, range).folder);
    assert.equal(status, 1);
    assert.ok(output.includes(`needs Node ${range}, but ${process.execPath} is ${process.versions.node}. Install`), output);
  });
}

test('a range in another notation is refused', (context) => {
  assert.match(run(project(context, '^20.19').folder).output, /Cannot read "\^20\.19" in engines\.node/);
});

test('a folder without lockfile is refused', (context) => {
  const { folder } = project(context);
  rmSync(join(folder, 'package-lock.json'));
  assert.match(run(folder).output, /No package-lock\.json in /);
});
