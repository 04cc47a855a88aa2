// The variant of a document that the plain Prism command line can check without refusing a valid request.
// Prism compares the raw text of a form or query value with the schema, so JSON text fails against the type
// it encodes. Here such places ask for a text instead: looser than the document, never stricter. And it finds a
// nullable enum invalid as OpenAPI 3.0 writes it, and then checks nothing: here it is as Prism understands it.
// Examples of a rewritten place go, as they would no longer fit it.
import { jsonTextPattern } from './json-text.mjs';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

/** Returns the variant and leaves `document` as it is. */
export function prismVariant(document) {
  const resolve = resolver(document);
  const variant = structuredClone(document);
  delete variant['x-webhooks'];

  withoutNullInEnums(variant);
  // Everything is rewritten where it stands. What refers to it by $ref sees the change.
  const { parameters = {}, requestBodies = {} } = variant.components ?? {};
  for (const name of Object.keys(parameters)) parameters[name] = rewriteParameter(parameters[name], resolve);
  for (const body of Object.values(requestBodies)) rewriteBody(body, resolve);

  for (const item of Object.values(variant.paths ?? {})) {
    rewriteParameters(item, resolve);
    for (const operation of METHODS.map((method) => item[method]).filter(Boolean)) {
      rewriteParameters(operation, resolve);
      rewriteBody(operation.requestBody, resolve);
    }
  }
  return variant;
}

/**
 * OpenAPI 3.0 has null among the values of a nullable enum. Prism adds it once more, then finds the schema invalid, and
 * checks no answer that has it, without a word.
 */
function withoutNullInEnums(node) {
  if (typeof node !== 'object' || node === null) return;
  if (node.nullable === true && Array.isArray(node.enum)) node.enum = node.enum.filter((value) => value !== null);
  for (const [key, child] of Object.entries(node)) {
    if (key !== 'example' && key !== 'examples') withoutNullInEnums(child);
  }
}

function resolver(document) {
  const step = (node, key) => node?.[decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~')];
  return function resolve(node) {
    if (!node.$ref) return node;
    const target = node.$ref.startsWith('#/') && node.$ref.slice(2).split('/').reduce(step, document);
    if (!target) throw new Error(`Cannot follow ${node.$ref}`);
    return resolve(target);
  };
}

function rewriteParameters(holder, resolve) {
  if (holder.parameters) holder.parameters = holder.parameters.map((parameter) => rewriteParameter(parameter, resolve));
}

function rewriteParameter(parameter, resolve) {
  if (parameter.in !== 'query') return parameter;
  if (parameter.content?.[JSON_TYPE]) return jsonParameter(parameter, resolve);
  if (isBracketArray(parameter, resolve)) return bracketArray(parameter, resolve);
  return parameter;
}

/** Prism does not look at `content` of a parameter: only `schema` makes it check the value. */
function jsonParameter({ content, ...parameter }, resolve) {
  return { ...parameter, schema: jsonText(content[JSON_TYPE].schema ?? {}, resolve) };
}

function isBracketArray({ name, schema, style = 'form', explode = true }, resolve) {
  return name.endsWith('[]') && style === 'form' && explode && schema && resolve(schema).type === 'array';
}

/**
 * Prism 5 renames `x[]` to `x%5B%5D` when it prints its routes, and then never finds the parameter. It leaves
 * deepObject alone, where `x[]` is the member of `x` with an empty name: a text, or a list if it is repeated.
 */
function bracketArray({ example, examples, ...parameter }, resolve) {
  const { schema } = parameter;
  return {
    ...parameter,
    name: parameter.name.slice(0, -'[]'.length),
    style: 'deepObject',
    explode: true,
    schema: {
      type: 'object',
      ...(parameter.required && { required: [''] }),
      properties: { '': { anyOf: [resolve(schema).items ?? {}, schema] } },
    },
  };
}

function rewriteBody(body, resolve) {
  const form = body?.content?.[FORM];
  const encodings = Object.entries(form?.encoding ?? {});
  const isJson = ([, { contentType }]) => contentType?.split(';')[0].trim() === JSON_TYPE;
  const names = encodings.filter(isJson).map(([name]) => name);
  if (names.length === 0) return;

  form.schema = textProperties(form.schema, names, resolve);
  form.encoding = Object.fromEntries(encodings.filter((entry) => !isJson(entry)));
  if (Object.keys(form.encoding).length === 0) delete form.encoding;
  delete form.example;
  delete form.examples;
}

/** A copy, since others may use the schema where its values are not JSON text. */
function textProperties(schema = {}, names, resolve) {
  const copy = { ...resolve(schema) };
  if (copy.properties) {
    const rewrite = ([name, property]) => [name, names.includes(name) ? jsonText(property, resolve) : property];
    copy.properties = Object.fromEntries(Object.entries(copy.properties).map(rewrite));
  }
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    if (copy[keyword]) copy[keyword] = copy[keyword].map((part) => textProperties(part, names, resolve));
  }
  return copy;
}

function jsonText(schema, resolve) {
  const text = { type: 'string', pattern: jsonTextPattern(schema, resolve) };
  // Prism does not require what only an answer has.
  return resolve(schema).readOnly ? { ...text, readOnly: true } : text;
}
