// Writes where each part of the documents comes from.
//   node tools/provenance.mjs            target/provenance/<api>.md
//   node tools/provenance.mjs --write    and <api>/PROVENANCE.md, which is committed
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { specs } from './documents.mjs';
import { provenances } from './provenance-files.mjs';

const target = join(specs, 'target', 'provenance');
mkdirSync(target, { recursive: true });
for (const { api, file, text } of provenances()) {
  writeFileSync(join(target, `${api}.md`), text);
  if (process.argv.includes('--write')) writeFileSync(file, text);
}
console.log(`provenance: wrote ${target}`);
