// The gate's verdict on two documents as JSON, by operation: for the impact report of contract-tests/impact.
//   node tools/verdict.mjs RELEASED WORKING
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { operationsAt } from './gate/affected.mjs';
import { compareFiles } from './gate/compare.mjs';
import { nextVersion } from './gate/version.mjs';

const [released, working] = process.argv.slice(2);
if (!working) {
  console.error('verdict: two documents are needed: node tools/verdict.mjs RELEASED WORKING');
  process.exit(1);
}

const { changes, texts, ...verdict } = await compareFiles(released, working);
// Most of the time nothing changed, and nobody asks.
const at = (file) => {
  let find;
  return (pointer) => (find ??= operationsAt(parse(readFileSync(file, 'utf8'))))(pointer);
};
const operations = { released: at(released), working: at(working) };

console.log(
  JSON.stringify({
    ...verdict,
    needed: nextVersion(verdict.released, verdict.impact),
    changes: changes.map((change) => ({ ...change, operations: operations[change.side](change.pointer) })),
    texts: texts.map((pointer) => ({ pointer, operations: operations.working(pointer) })),
  }),
);
