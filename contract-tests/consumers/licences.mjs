// licences.mjs ROOT: fails if the bill of materials (CycloneDX, JSON) of a module names a component whose licence is not
// permissive. A module's bill is ROOT/<part>/<module>/target/bom.json.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PERMISSIVE = new Set(['Apache-2.0', 'MIT', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', '0BSD', 'Public Domain']);
/** What may have another licence, by the beginning of its name, and why. */
const EXCEPTIONS = [['pkg:maven/org.junit.', 'EPL-2.0']]; // Whoever uses our extension of JUnit has JUnit.
const LISTED = [...PERMISSIVE].join(', ');

/** The licences of a component; one of an expression's alternatives is enough. */
function alternatives({ licenses = [] }) {
  return licenses.flatMap(({ license, expression }) =>
    expression ? expression.replace(/[()]/g, '').split(/ OR /) : [license.id ?? license.name],
  );
}

function isAllowed({ purl }, licence) {
  return PERMISSIVE.has(licence) || EXCEPTIONS.some(([name, other]) => purl.startsWith(name) && licence === other);
}

/** What is wrong with a bill of materials. */
export function findings(bill) {
  if (!Array.isArray(bill.components)) return ['Expected a list of components but found none. Is this CycloneDX?'];
  return bill.components
    .filter((component) => !alternatives(component).some((licence) => isAllowed(component, licence)))
    .map((component) => {
      const found = alternatives(component).join(', ') || 'none';
      return `Expected ${component.purl} to have a permissive licence (${LISTED}) but found ${found}. Use another library.`;
    });
}

/** The bills of materials that the build has written. */
function bills(root) {
  const folders = (folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .map(({ name }) => join(folder, name));
  return folders(root)
    .flatMap(folders)
    .map((module) => join(module, 'target', 'bom.json'))
    .filter((file) => existsSync(file));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = bills(process.argv[2] ?? '.');
  if (files.length === 0) {
    console.error('licences: found no bills of materials. Make them with mvn -Prelease package, which needs a network for it.');
    process.exit(1);
  }
  const components = new Set();
  let wrong = 0;
  for (const file of files) {
    const bill = JSON.parse(readFileSync(file, 'utf8'));
    for (const finding of findings(bill)) {
      console.error(`${file}: ${finding}`);
      wrong++;
    }
    for (const { purl } of bill.components ?? []) components.add(purl);
  }
  console.log(`licences: ${components.size} components in ${files.length} bills of materials, ${wrong} findings`);
  process.exit(wrong === 0 ? 0 : 1);
}
