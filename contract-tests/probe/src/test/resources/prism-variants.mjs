// Turns documents into their variants for the Prism command line, in place.
//   node prism-variants.mjs SPECS DOCUMENT...
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [specs, ...documents] = process.argv.slice(2);
const { prismVariant } = await import(pathToFileURL(join(specs, 'tools', 'prism-rewrite.mjs')));
const { parse } = createRequire(join(specs, 'package.json'))('yaml');
for (const file of documents) {
  const document = parse(readFileSync(file, 'utf8'), { maxAliasCount: -1 });
  // JSON is YAML, and knows no aliases.
  writeFileSync(file, JSON.stringify(prismVariant(document)));
}
