import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';

const TOOL = fileURLToPath(new URL('check.mjs', import.meta.url));

function check(context, text) {
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'openapi.yaml');
  writeFileSync(file, text);
  const { status, stdout, stderr } = spawnSync(process.execPath, [TOOL, file], { encoding: 'utf8' });
  return { status, output: (stdout + stderr).replaceAll(file, 'FILE') };
}

test('a finding fails, with line, rule, place, what is wrong and what to do', (context) => {
  const { status, output } = check(context, 'openapi: 3.0.3\npaths:\n  /x:\n    get:\n      x-section: "1"\n');
  assert.equal(status, 1);
  assert.equal(
    output,
    'FILE:5 security-said\n  paths > /x > get\n  The operation does not say what credentials it takes. ' +
      'Add security with the names of its schemes, or "security: []" if it takes none of them.\n\n' +
      'Check: FAILED, 1 findings\n',
  );
});

test('a document without findings passes', (context) => {
  const { status, output } = check(
    context,
    'openapi: 3.0.3\npaths:\n  /x:\n    get:\n      security: []\n      x-section: "1"\n',
  );
  assert.match(output, /^Check: no findings \(\d+ rules\)\n$/);
  assert.equal(status, 0);
});
