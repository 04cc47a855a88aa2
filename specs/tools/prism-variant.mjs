// Writes what `prism mock` is started with (see prism-rewrite.mjs).
//   node tools/prism-variant.mjs DOCUMENT FILE    the variant of one document
//   node tools/prism-variant.mjs --all FOLDER     FOLDER/<api>.yaml for every document of this module
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { documents } from './documents.mjs';
import { prismVariant } from './prism-rewrite.mjs';

const HEADER = '# Written by tools/prism-variant.mjs for the Prism command line. Do not edit.\n';

function write(document, file) {
  const variant = prismVariant(parse(readFileSync(document, 'utf8')));
  // Quoted where a reader of YAML 1.1 would see a boolean or a date in a text, such as `no`.
  const text = stringify(variant, { compat: 'yaml-1.1', aliasDuplicateObjects: false, lineWidth: 0 });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, HEADER + text);
}

const [from, to] = process.argv.slice(2);
if (!to) throw new Error('Usage: prism-variant.mjs DOCUMENT FILE | --all FOLDER');
const jobs = from === '--all' ? documents().map(({ api, file }) => [file, join(to, `${api}.yaml`)]) : [[from, to]];
for (const job of jobs) write(...job);
console.log(`prism-variant: wrote ${jobs.map(([, file]) => file).join(', ')}`);
