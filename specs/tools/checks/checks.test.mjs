import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { Document, place } from './document.mjs';
import { extensionTable } from './extension-table.mjs';
import { rules } from './rules.mjs';

const FIXTURES = fileURLToPath(new URL('fixtures/', import.meta.url));

const TABLE = `
## Extensions

| extension | stands on | says |
|---|---|---|
| \`x-assumption: TEXT\` | anything | |
| \`x-boolean: true\` | integer schema with \`enum: [0, 1]\`, or \`[0, 1, null]\` | |
| \`x-credential: NAME\` | path parameter, property of a form body | |
| \`x-envelope: {data: MEMBER}\` | operation | |
| \`x-error\` | document | |
| \`x-idempotent: true\` or \`false\` | operation | |
| \`x-lenient: true\` | document | |
| \`x-source: {ref, confidence, note}\` | anything | |
`;

const all = await rules();

for (const { name, check } of all) {
  const file = `${FIXTURES}${name}.yaml`;
  const cases = existsSync(file) ? parse(readFileSync(file, 'utf8')) : [];

  test(`${name} has a document that fails it, and one that passes`, () => {
    assert.ok(
      cases.some(({ finds = [] }) => finds.length > 0),
      `Add a case with "finds" to ${file}`,
    );
    assert.ok(
      cases.some(({ finds = [] }) => finds.length === 0),
      `Add a case without "finds" to ${file}`,
    );
  });

  for (const { name: title, document, finds = [] } of cases) {
    test(`${name}: ${title}`, () => {
      const read = new Document(stringify(document), { folder: FIXTURES, extensions: extensionTable(TABLE) });
      const found = [...check(read)].map(({ path, found: what, remedy }) => `${place(path)}: ${what} ${remedy}`);
      assert.deepEqual(found, finds);
    });
  }
}

test('every fixture belongs to a rule', () => {
  const names = readdirSync(FIXTURES).filter((file) => file.endsWith('.yaml'));
  assert.deepEqual(
    names.map((file) => file.replace('.yaml', '')),
    all.map(({ name }) => name),
  );
});
