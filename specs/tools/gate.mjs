// The breaking-change gate: compares each document with its last release, <api>/released/openapi.yaml, and fails if
// info.version did not rise enough for what changed. What it found stands in target/gate/<api>.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { specs } from './documents.mjs';
import { tryCanary } from './gate/canary.mjs';
import { judgeAll } from './gate/judge.mjs';
import { markdown, summary } from './gate/report.mjs';

await tryCanary();
const results = await judgeAll();
const folder = join(specs, 'target', 'gate');
mkdirSync(folder, { recursive: true });
for (const result of results) {
  writeFileSync(join(folder, `${result.api}.md`), markdown(result));
  console.log(summary(result));
}
process.exitCode = results.some(({ problem }) => problem) ? 1 : 0;
