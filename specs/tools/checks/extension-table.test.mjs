import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Document } from './document.mjs';
import { extensionTable } from './extension-table.mjs';
import check from './rules/known-extensions.mjs';

const table = (...rows) =>
  `# Title\n\n## Extensions\n\n| extension | stands on | says |\n|---|---|---|\n${rows.join('\n')}\n\n## Next\n`;

test('a row has a name, forms and places', () => {
  const rows = [
    '| `x-a: {b, c}` | operation, `path` parameter | Text, `x-d` |',
    '| `x-e: true` or `false` | schema |',
    '| `x-f` | tag |',
  ];
  assert.deepEqual(extensionTable(table(...rows)), [
    { name: 'x-a', forms: ['{b, c}'], places: ['operation', 'parameter'] },
    { name: 'x-e', forms: ['true', 'false'], places: ['schema'] },
    { name: 'x-f', forms: [], places: ['tag'] },
  ]);
});

test('a README without the table is an error', () => {
  assert.throws(() => extensionTable('# Title\n\n| `x-a` | tag |\n'), {
    message: 'README.md has no table of extensions under the heading "## Extensions".',
  });
});

test('a place that the check does not know is an error', () => {
  const document = new Document('x-a: 1', { extensions: extensionTable(table('| `x-a` | moon | |')) });
  assert.throws(
    () => [...check(document)],
    /^Error: README\.md, table of extensions: unknown place "moon"\. Use "anything", "document",/,
  );
});

test('a form that the check cannot read is an error', () => {
  const document = new Document('x-a: 1', { extensions: extensionTable(table('| `x-a: 1..9` | document | |')) });
  assert.throws(() => [...check(document)], {
    message: 'README.md, table of extensions: cannot read the form "1..9".',
  });
});
