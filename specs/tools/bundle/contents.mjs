// What is in the bundle of one API.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse, parseDocument, stringify } from 'yaml';
import { documents, specs } from '../documents.mjs';
import { prismVariant } from '../prism-rewrite.mjs';
import { docsLicences, docsPage } from './docs.mjs';
import { exampleFiles } from './examples.mjs';
import { operations } from './operations.mjs';
import { postmanCollection } from './postman.mjs';
import { redocly } from './redocly.mjs';
import { readSamples } from './samples.mjs';
import { extensionsPage, generatePage, mockPage, readme } from './texts.mjs';
import { stepsOf } from './workflow.mjs';

const WORKFLOW = 'first-steps.arazzo.yaml';
const VECTORS = 'webhook-vectors.json';

/** Returns `{api, name, document, files}`: `files` maps a path in the bundle to its content. */
export function bundleOf({ api, file }) {
  const folder = dirname(file);
  const source = readFileSync(file, 'utf8');
  const samples = readSamples(join(folder, 'samples'), parse(source));
  const yaml = withSamples(source, samples.byOperation);
  const document = parse(yaml);
  const { title, version } = document.info;

  const files = new Map();
  files.set('openapi.yaml', yaml);
  files.set('openapi.json', json(document));
  files.set('docs/index.html', docsPage(document));
  files.set('docs/LICENSES.txt', docsLicences(files.get('docs/index.html')));
  files.set('postman_collection.json', json(postmanCollection(document)));
  for (const [name, content] of samples.files) files.set(`samples/${name}`, content);
  for (const [path, content] of exampleFiles(document)) files.set(path, content);
  if (existsSync(join(folder, VECTORS))) files.set(VECTORS, readFileSync(join(folder, VECTORS)));
  files.set(WORKFLOW, required(join(folder, WORKFLOW), 'the first steps as an Arazzo workflow'));
  files.set('openapi.dereferenced.json', checkedAndDereferenced(files));
  const variant = prismVariant(parse(source));
  const own = !sameForPrism(variant, parse(source));
  const prism = own ? 'prism/openapi.yaml' : 'openapi.yaml';
  if (own) files.set(prism, yaml11(variant));

  files.set('mock.md', mockPage(document, { prism, own }));
  files.set('generate.md', generatePage(document, { api }));
  files.set('extensions.md', extensionsPage(readFileSync(join(specs, 'README.md'), 'utf8')));
  files.set('CHANGELOG.md', changelog(join(folder, 'CHANGELOG.md'), version));
  const provenance = provenanceOf(folder);
  if (provenance) files.set('PROVENANCE.md', provenance);
  files.set('LICENSE', required(join(dirname(specs), 'LICENSE'), 'the licence'));
  const steps = stepsOf(parse(files.get(WORKFLOW)), document, join(folder, WORKFLOW));
  const silent = steps.filter((id) => !samples.byOperation.has(id));
  if (silent.length > 0) throw new Error(`${title}: first steps without a sample: ${silent.join(', ')}. Add samples for them.`);
  files.set('README.md', readme(document, { steps, prism, files: [...files.keys()] }));
  files.set('SHA256SUMS', sums(files));
  return { api, name: `${api}-${version}`, document, files };
}

/** The document with the samples of its operations, otherwise as it is written, comments included. */
export function withSamples(source, byOperation) {
  const yaml = parseDocument(source);
  for (const { id, path, method, webhook } of operations(yaml.toJS())) {
    if (!byOperation.has(id)) continue;
    const place = [webhook ? 'x-webhooks' : 'paths', path, method];
    yaml.setIn([...place, 'x-codeSamples'], yaml.createNode(byOperation.get(id)));
  }
  return yaml.toString({ lineWidth: 0 });
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function yaml11(value) {
  // Quoted where a reader of YAML 1.1 would see a boolean or a date in a text, such as `no`.
  const text = stringify(value, { compat: 'yaml-1.1', aliasDuplicateObjects: false, lineWidth: 0 });
  return `# A variant of openapi.yaml for the Prism command line; see mock.md.\n${text}`;
}

/** Prism passes over webhooks, so a document that differs in them only needs no variant. */
function sameForPrism(variant, { 'x-webhooks': webhooks, ...document }) {
  return JSON.stringify(variant) === JSON.stringify(document);
}

/** The document without references, after Redocly has looked at the workflow as it stands in the bundle. */
function checkedAndDereferenced(files) {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  try {
    for (const name of ['openapi.yaml', WORKFLOW]) writeFileSync(join(folder, name), files.get(name));
    redocly(folder, 'lint', WORKFLOW, '--max-problems', '100');
    redocly(folder, 'bundle', 'openapi.yaml', '--dereferenced', '-o', 'dereferenced.json');
    return json(JSON.parse(readFileSync(join(folder, 'dereferenced.json'), 'utf8')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function required(path, what) {
  if (!existsSync(path)) throw new Error(`${path} is missing, ${what}. A bundle needs it.`);
  return readFileSync(path, 'utf8');
}

function changelog(path, version) {
  const text = required(path, 'what changed by version');
  if (!text.split('\n').some((line) => line.startsWith('## ') && line.includes(version))) {
    throw new Error(`${path} has no entry for ${version}, the info.version of the document. Add "## ${version}".`);
  }
  return text;
}

/** Once one API has it, all have to. */
function provenanceOf(folder) {
  const path = join(folder, 'PROVENANCE.md');
  if (existsSync(path)) return readFileSync(path);
  if (documents().some(({ file }) => existsSync(join(dirname(file), 'PROVENANCE.md')))) {
    throw new Error(`${path} is missing, and other APIs have it. Partners want to know where a statement comes from.`);
  }
  return undefined;
}

function sums(files) {
  const line = (path) => `${createHash('sha256').update(files.get(path)).digest('hex')}  ${path}\n`;
  return [...files.keys()].sort().map(line).join('');
}
