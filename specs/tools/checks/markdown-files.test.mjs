import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { anchors, links } from './markdown.mjs';
import { deadLinks } from './markdown-files.mjs';

function repository(context, files) {
  const folder = mkdtempSync(join(tmpdir(), 'markdown-'));
  context.after(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return [...deadLinks(folder)].map(({ file, line, found, remedy }) => `${file}:${line} ${found} ${remedy}`);
}

test('a link to a file that is not there', (context) => {
  const found = repository(context, { 'docs/a.md': '# A\n\nSee [b](../b.md) and\n![c](c.png).\n', 'b.md': '' });
  assert.deepEqual(found, ['docs/a.md:4 The link c.png leads to no file. Write it relative to a.md.']);
});

test('an anchor that is not there', (context) => {
  const found = repository(context, {
    'a.md': '# One\n## One\n[1](#one-1) [2](#two) [3](b.md#three) [4](b.md#two)',
    'b.md': '# Two',
  });
  assert.deepEqual(found, [
    'a.md:3 The link #two leads to no heading. Use one of #one, #one-1.',
    'a.md:3 The link b.md#three leads to no heading. Use one of #two.',
  ]);
});

test('an address that cannot be right', (context) => {
  const found = repository(context, { 'a.md': '[a]: https://\n\n[a] and <https://example.com/x>' });
  assert.deepEqual(found, ['a.md:1 The link https:// is no address. Write it as https://host/path.']);
});

test('what is installed, built or hidden is not read', (context) => {
  const dead = '[a](gone.md)';
  assert.deepEqual(
    repository(context, { 'node_modules/a.md': dead, 'x/target/a.md': dead, '.git/a.md': dead, 'a.txt': dead }),
    [],
  );
});

test('code is no link', () => {
  assert.deepEqual(
    links('`[a](b)` ``[a](`b`)``\n\n```\n[a](b)\n```\n\n    - x\n      ```\n      [a](b)\n      ```\n[c](d) `'),
    [{ target: 'd', line: 11 }],
  );
});

test('anchors are those of GitHub', () => {
  const text =
    '# Why 3.0.3\n## `x-error`: *codes* & [pointers](#x)\n```\n# no heading\n```\n### Größe #\n<a id="here"></a>';
  assert.deepEqual(anchors(text), ['why-303', 'x-error-codes--pointers', 'größe', 'here']);
});
