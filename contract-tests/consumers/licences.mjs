// licences.mjs ROOT: fails if a module that is published has no bill of materials (CycloneDX, JSON) as new as its poms, or
// one that names a component whose licence is not permissive. The bill is ROOT/<part>/<module>/target/bom.json.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PERMISSIVE = new Set(['Apache-2.0', 'MIT', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', '0BSD', 'Public Domain']);
/** What may have another licence, by the beginning of its name, and why. */
const EXCEPTIONS = [['pkg:maven/org.junit.', 'EPL-2.0']]; // Whoever uses our extension of JUnit has JUnit.
const REMEDY = 'Make it with mvn -Prelease package, which needs a network for it.';
const ARTIFACT = /<artifactId>([^<]+)</g;
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
  if (!Array.isArray(bill.components) || bill.components.length === 0) {
    return ['Expected a list of components but found none. Is this CycloneDX, of a module with dependencies?'];
  }
  return bill.components
    .filter((component) => !alternatives(component).some((licence) => isAllowed(component, licence)))
    .map((component) => {
      const found = alternatives(component).join(', ') || 'none';
      return `Expected ${component.purl} to have a permissive licence (${LISTED}) but found ${found}. Use another library.`;
    });
}

/** The folders of the modules that are published, by artifact: what the BOM names, and the generator, a plugin's plugin. */
function published(root) {
  const bom = readFileSync(join(root, 'customizations', 'bom', 'pom.xml'), 'utf8');
  const managed = bom.slice(bom.indexOf('<dependencyManagement>')).matchAll(ARTIFACT);
  const folders = new Map(modules(root).map((folder) => [artifact(join(folder, 'pom.xml')), folder]));
  return ['specwright-generator', ...[...managed].map(([, name]) => name)].map((name) => [name, folders.get(name)]);
}

/** The module's own name, which stands behind that of its parent. */
function artifact(pom) {
  const [[, name]] = readFileSync(pom, 'utf8').replace(/<parent>.*<\/parent>/s, '').matchAll(ARTIFACT);
  return name;
}

function modules(root) {
  const folders = (folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .map(({ name }) => join(folder, name));
  return folders(root)
    .flatMap(folders)
    .filter((folder) => existsSync(join(folder, 'pom.xml')));
}

/** What is wrong with the bill of a module, and what the bill names. */
function judge(root, name, folder) {
  const file = folder && join(folder, 'target', 'bom.json');
  if (!file || !existsSync(file)) return { wrong: [`Expected a bill of materials of ${name} but found none. ${REMEDY}`] };
  // Without a network the plugin leaves an old bill as it is.
  const poms = [folder, dirname(folder), root].map((each) => join(each, 'pom.xml'));
  if (poms.some((pom) => statSync(pom).mtimeMs > statSync(file).mtimeMs)) {
    return { wrong: [`Expected ${file} to be newer than the poms but it is older. ${REMEDY}`] };
  }
  const bill = JSON.parse(readFileSync(file, 'utf8'));
  return { wrong: findings(bill).map((finding) => `${file}: ${finding}`), components: bill.components };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = process.argv[2] ?? '.';
  const bills = published(root).map(([name, folder]) => judge(root, name, folder));
  const wrong = bills.flatMap((bill) => bill.wrong);
  for (const finding of wrong) console.error(`licences: ${finding}`);
  const components = new Set(bills.flatMap((bill) => bill.components ?? []).map(({ purl }) => purl));
  console.log(`licences: ${components.size} components in ${bills.length} bills of materials, ${wrong.length} findings`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
}
