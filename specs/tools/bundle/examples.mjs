// The examples of a document as files: examples/<operationId>/request-<name> and <status>-<name>; a form body also as
// it goes over the wire. What several operations answer, such as a 401, is once in examples/shared/<response>/.
import { signedWebhook } from './signing.mjs';
import { examplesOf, operations, resolver } from './operations.mjs';
import { formPairs, urlencoded } from './wire.mjs';

const FORM = 'application/x-www-form-urlencoded';
const EXTENSIONS = {
  'application/json': 'json',
  'application/javascript': 'js',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/plain': 'txt',
};

/** The place of a file to upload, for property `key` of an operation's body. */
export function bodyFile(id, key) {
  return `examples/${id}/${key}.txt`;
}

/** The files as a map of path to text. */
export function exampleFiles(document) {
  const resolve = resolver(document);
  const files = new Map();
  const shared = new Set();
  const add = (path, text) => {
    if (files.has(path)) throw new Error(`Two examples want to be ${path}. Give one of them another name.`);
    files.set(path, text);
  };
  for (const each of operations(document)) {
    const { id, operation } = each;
    const folder = `examples/${id}`;
    for (const [type, media] of Object.entries(resolve(operation.requestBody)?.content ?? {})) {
      for (const [name, value] of examplesOf(media, resolve)) {
        addValue(add, `${folder}/request-${name}`, type === FORM ? 'application/json' : type, value);
        if (type === FORM) add(`${folder}/request-${name}.form.txt`, `${urlencoded(formPairs(value, media))}\n`);
      }
      for (const [key, property] of Object.entries(resolve(media.schema)?.properties ?? {})) {
        if (resolve(property).format === 'binary') add(bodyFile(id, key), 'Any file will do.\n');
      }
    }
    for (const [status, response] of Object.entries(operation.responses)) {
      const place = response.$ref ? `examples/shared/${response.$ref.split('/').at(-1)}/` : `${folder}/${status}-`;
      if (shared.has(response.$ref)) continue;
      if (response.$ref) shared.add(response.$ref);
      for (const [type, media] of Object.entries(resolve(response).content ?? {})) {
        for (const [name, value] of examplesOf(media, resolve)) addValue(add, `${place}${name}`, type, value);
      }
    }
    for (const [name, text] of signedWebhook(each, resolve)) add(`${folder}/${name}`, text);
  }
  return files;
}

/** Binary examples are left out: the text of a document cannot hold one. */
function addValue(add, path, type, value) {
  const base = type.split(';')[0].trim();
  if (base === 'application/json') return add(`${path}.json`, `${JSON.stringify(value, null, 2)}\n`);
  if (typeof value === 'string' && EXTENSIONS[base]) add(`${path}.${EXTENSIONS[base]}`, value.endsWith('\n') ? value : `${value}\n`);
}
