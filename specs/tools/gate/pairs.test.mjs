import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { compareFiles } from './compare.mjs';
import { pairs } from './pairs.mjs';

const IMPACTS = { breaking: 'major', addition: 'minor', text: 'patch', none: 'none' };
const released = fileURLToPath(new URL('pairs-base.yaml', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'gate-'));
after(() => rmSync(folder, { recursive: true }));

describe('pairs', { concurrency: 2 }, () => {
  for (const [verdict, rows] of Object.entries(pairs)) {
    for (const [name, readers, edit] of rows) {
      test(`${verdict}: ${name}`, async () => {
        const document = parse(readFileSync(released, 'utf8'));
        edit(document);
        const working = join(folder, `${verdict}, ${name}.yaml`);
        writeFileSync(working, stringify(document, { aliasDuplicateObjects: false }));

        const { impact, changes } = await compareFiles(released, working);
        const seenBy = [...new Set(changes.filter((found) => found.impact === impact).map(({ reader }) => reader))];
        const expected = { impact: IMPACTS[verdict], seenBy: [...readers].sort() };
        assert.deepEqual({ impact, seenBy: seenBy.sort() }, expected, JSON.stringify(changes, null, 2));
      });
    }
  }
});
