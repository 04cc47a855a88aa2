import { around } from '../document.mjs';
import { SchemaValidator } from '../schema-validator.mjs';

/** Every example fits its schema, wherever it stands: bodies, parameters, headers, properties. */
export default function* check(document) {
  const validator = new SchemaValidator(document);
  for (const node of document.ofKind('parameter', 'header', 'mediaType', 'schema')) {
    if (node.value.$ref) continue;
    const schema = node.kind === 'schema' ? node.value : schemaOf(node.value);
    if (!schema) continue;
    for (const { path, value } of examplesOf(document, node)) {
      for (const problem of validator.problems(schema, value, direction(node))) {
        yield {
          path: [...node.path, ...path],
          found: `The example does not fit its schema: ${problem}.`,
          remedy: 'Correct the example, or the schema if the vendor really sends this.',
        };
      }
    }
  }
}

/** A parameter has a schema of its own or that of its only media type, whose examples are looked at there. */
const schemaOf = ({ schema, content }) => schema ?? Object.values(content ?? {})[0]?.schema;

function examplesOf(document, { value: { example, examples } }) {
  const found = example === undefined ? [] : [{ path: ['example'], value: example }];
  for (const [name, each] of Object.entries(examples ?? {})) {
    const resolved = document.resolve(each);
    if (resolved && 'value' in resolved) found.push({ path: ['examples', name], value: resolved.value });
  }
  return found;
}

function direction(node) {
  if (node.kind === 'schema') return 'neither';
  if (around(node, 'response')) return 'response';
  return around(node, 'requestBody', 'parameter') ? 'request' : 'neither';
}
