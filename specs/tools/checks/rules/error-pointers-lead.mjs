import { JSON_TYPE, list, place } from '../document.mjs';

/** The pointers of x-error lead to a member of every error object. */
export default function* check(document) {
  const error = document.root['x-error'];
  if (error === undefined) return;
  const answers = errorAnswers(document);
  for (const name of ['code', 'message']) {
    const pointer = error[name];
    if (pointer === undefined) continue;
    const path = ['x-error', name];
    if (!/^(\/[^/]+)+$/.test(pointer)) {
      yield { path, found: `${JSON.stringify(pointer)} is no JSON Pointer.`, remedy: 'Write it as /error/code.' };
      continue;
    }
    if (answers.length === 0)
      yield { path, found: 'No error is described as JSON.', remedy: 'Describe the errors of the operations.' };
    for (const { schema, at } of answers) {
      if (leads(document, schema, pointer)) continue;
      const members = document.properties(schema).map(([each]) => each);
      yield { path, found: `${pointer} leads nowhere in the answer ${place(at)}.`, remedy: `It has ${list(members)}.` };
    }
  }
  for (const [code, status] of Object.entries(error.statuses ?? {})) {
    if (Number.isInteger(status) && status >= 400 && status <= 599) continue;
    yield {
      path: ['x-error', 'statuses', code],
      found: `${JSON.stringify(status)} is no HTTP status of an error.`,
      remedy: 'Write a number from 400 to 599.',
    };
  }
}

/** Those that are objects, each once however many operations share it. */
function errorAnswers(document) {
  const found = document
    .ofKind('response')
    .filter(({ path }) => path.at(-2) === 'responses' && /^(4|5|default)/.test(path.at(-1)));
  const answers = new Map();
  for (const { value, path } of found) {
    const schema = document.resolve(value)?.content?.[JSON_TYPE]?.schema;
    if (schema && document.parts(schema).some(({ type }) => type === 'object'))
      answers.set(document.resolve(schema), { schema, at: path });
  }
  return [...answers.values()];
}

function leads(document, schema, pointer) {
  let at = schema;
  for (const step of pointer.slice(1).split('/'))
    at = at && document.property(at, step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return at !== undefined;
}
