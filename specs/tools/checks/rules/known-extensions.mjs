import { FORMS, isProperty, list } from '../document.mjs';
import { formProblem } from '../extension-table.mjs';

const OF_TYPE =
  (type) =>
  (document, { kind, value }) =>
    kind === 'schema' && value.type === type;
const OF_KIND = (kind) => (document, node) => node.kind === kind;

/** The places that the table of README.md may name. */
const PLACES = {
  anything: () => true,
  document: OF_KIND('document'),
  info: OF_KIND('info'),
  server: OF_KIND('server'),
  tag: OF_KIND('tag'),
  operation: OF_KIND('operation'),
  parameter: OF_KIND('parameter'),
  'path parameter': (document, { kind, value }) => kind === 'parameter' && value.in === 'path',
  header: OF_KIND('header'),
  response: OF_KIND('response'),
  schema: OF_KIND('schema'),
  'string schema': OF_TYPE('string'),
  'integer schema': OF_TYPE('integer'),
  property: (document, node) => isProperty(node),
  'property of a form body': (document, node) => isProperty(node) && isOfForm(document, node),
  'security scheme': OF_KIND('securityScheme'),
};

/** Every extension is in the table of README.md, stands where the table says, and has the form given there. */
export default function* check(document) {
  for (const node of document.nodes) {
    if (node.value.$ref) continue;
    for (const [name, value] of Object.entries(node.value)) {
      if (!name.startsWith('x-')) continue;
      yield* problems(document, node, name, value);
      if (name !== 'x-webhooks') yield* insideExtension(document, value, [...node.path, name]);
    }
  }
}

function* problems(document, node, name, value) {
  const path = [...node.path, name];
  const rows = document.extensions.filter((row) => row.name === name);
  if (rows.length === 0) {
    yield {
      path,
      found: `The table of README.md has no ${name}.`,
      remedy: 'Say it with an extension that is there, or add a row first.',
    };
    return;
  }
  const places = rows.flatMap((row) => row.places);
  if (!places.some((each) => isAt(each, document, node))) {
    yield {
      path,
      found: `${name} does not belong here.`,
      remedy: `By the table of README.md it stands on ${places.join(', ')}.`,
    };
  }
  const forms = rows.flatMap((row) => row.forms);
  const problem = formProblem(forms, value);
  if (problem)
    yield {
      path,
      found: `${name} ${problem}.`,
      remedy: `Write it as ${forms.map((form) => `${name}: ${form}`).join(' or ')}.`,
    };
}

function isAt(name, document, node) {
  const test = PLACES[name];
  if (!test)
    throw new Error(
      `README.md, table of extensions: unknown place "${name}". Use ${list(Object.keys(PLACES))}, or teach it to rules/known-extensions.mjs.`,
    );
  return test(document, node);
}

/** In the value of an extension only those stand that stand on anything. */
function* insideExtension(document, value, path) {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    if (key.startsWith('x-')) yield* problems(document, { kind: 'extension', value, path }, key, each);
    else yield* insideExtension(document, each, [...path, key]);
  }
}

function isOfForm(document, node) {
  const forms = document.ofKind('mediaType').filter(({ path, value }) => FORMS.includes(path.at(-1)) && value.schema);
  return forms.some(({ value }) => document.parts(value.schema).includes(node.parent.value));
}
