// Checks what no linter sees: the rules of checks/rules/ for every document, the links of all Markdown files, and
// whether PROVENANCE.md is what the document says.
//   node tools/check.mjs            everything
//   node tools/check.mjs FILE...    the rules for these documents only
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Document, place } from './checks/document.mjs';
import { extensionTable } from './checks/extension-table.mjs';
import { deadLinks } from './checks/markdown-files.mjs';
import { rules } from './checks/rules.mjs';
import { documents, specs } from './documents.mjs';
import { staleProvenances } from './provenance-files.mjs';

const files = process.argv.slice(2);
const named = files.map((file) => ({ name: file, file }));
const own = documents().map(({ api, file }) => ({ name: `${api}/openapi.yaml`, file }));

const extensions = extensionTable(readFileSync(join(specs, 'README.md'), 'utf8'));
const all = await rules();
const findings = [];

for (const { name, file } of files.length > 0 ? named : own) {
  const document = Document.read(file, { folder: dirname(file), extensions });
  for (const rule of all) {
    for (const { path, found, remedy } of rule.check(document)) {
      findings.push(`${name}:${document.line(path)} ${rule.name}\n  ${place(path)}\n  ${found} ${remedy}`);
    }
  }
}
if (files.length === 0) {
  for (const { file, line, found, remedy } of deadLinks(dirname(specs))) {
    findings.push(`../${file}:${line} live-links\n  ${found} ${remedy}`);
  }
  for (const { file, found, remedy } of staleProvenances()) findings.push(`${file} provenance\n  ${found} ${remedy}`);
}

for (const finding of findings) console.log(`${finding}\n`);
console.log(
  findings.length === 0 ? `Check: no findings (${all.length} rules)` : `Check: FAILED, ${findings.length} findings`,
);
process.exitCode = findings.length === 0 ? 0 : 1;
