// Checks values against the schemas of a document, as they hold in requests.
import { dateFormat } from './date-format.mjs';

// An address for the document as a whole, which every $ref is written against.
const ROOT = 'https://document.invalid/openapi';

/**
 * Returns a function from a schema to a function from a value to what is wrong with it, as a list of
 * `{path, code, message}`. Throws if a schema cannot be used; Prism itself would then check nothing and say nothing.
 */
export function schemaChecks({ root, resolve }, { Ajv, Ajv2020, addFormats, isDateTime }) {
  const isVersion30 = root.openapi.startsWith('3.0');
  const ajv = new (isVersion30 ? Ajv : Ajv2020)({ allErrors: true, strict: false, logger: false });
  addFormats(ajv);
  ajv.addFormat('date-time', isDateTime);
  ajv.addKeyword(dateFormatKeyword());
  ajv.addKeyword(jsonTextKeyword(root, (schema) => ajv.compile(schema)));
  const translate = translator(isVersion30, resolve);
  ajv.addSchema(translate(root), ROOT, undefined, false);

  const known = new WeakMap();
  return function check(schema) {
    // JSON Schema has true and false too.
    if (typeof schema !== 'object') return checkOf(ajv.compile(schema));
    if (!known.has(schema)) known.set(schema, checkOf(ajv.compile(translate(schema))));
    return known.get(schema);
  };
}

function checkOf(validate) {
  return (value) => (validate(value) ? [] : validate.errors.map(problemOf));
}

function problemOf({ instancePath, keyword, message, params }) {
  const allowed = params.allowedValues ? `: ${params.allowedValues.join(', ')}` : '';
  const found = params.additionalProperty ?? params.unevaluatedProperty;
  return {
    path: instancePath.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')),
    code: keyword,
    message: message + allowed + (found === undefined ? '' : `; found '${found}'`),
    ...(params.missingProperty && { missing: params.missingProperty }),
  };
}

/** Returns a function from OpenAPI's schemas to JSON Schema, without what only answers have. */
function translator(isVersion30, resolve) {
  return function translate(node) {
    if (Array.isArray(node)) return node.map(translate);
    if (typeof node !== 'object' || node === null) return node;
    const isReference = typeof node.$ref === 'string';
    // What stands next to a $ref counts since 3.1.
    const entries = isReference && isVersion30 ? [] : Object.entries(node);
    const copy = Object.fromEntries(entries.map(([key, value]) => [key, translate(value)]));
    if (isReference) copy.$ref = ROOT + node.$ref;
    if (isVersion30) fromVersion30(copy);
    return withoutReadOnly(copy, node, resolve);
  };
}

function fromVersion30(schema) {
  if (schema.nullable === true && typeof schema.type === 'string') {
    schema.type = [schema.type, 'null'];
    if (Array.isArray(schema.enum) && !schema.enum.includes(null)) schema.enum = [...schema.enum, null];
  }
  for (const [exclusive, limit] of [['exclusiveMinimum', 'minimum'], ['exclusiveMaximum', 'maximum']]) {
    if (typeof schema[exclusive] !== 'boolean') continue;
    if (schema[exclusive]) {
      schema[exclusive] = schema[limit];
      delete schema[limit];
    } else {
      delete schema[exclusive];
    }
  }
}

/** `node` is what `copy` was made from, with references that can be followed. */
function withoutReadOnly(copy, node, resolve) {
  const readOnly = readOnlyNames(node, resolve);
  if (readOnly.size === 0) return copy;
  const properties = Object.fromEntries(Object.entries(copy.properties).filter(([name]) => !readOnly.has(name)));
  const required = Array.isArray(copy.required) && { required: copy.required.filter((name) => !readOnly.has(name)) };
  return { ...copy, properties, ...required };
}

/** The properties that only answers have. */
export function readOnlyNames({ properties }, resolve) {
  if (typeof properties !== 'object' || properties === null) return new Set();
  const isReadOnly = ([, property]) => typeof property === 'object' && resolve(property)?.readOnly === true;
  return new Set(Object.entries(properties).filter(isReadOnly).map(([name]) => name));
}

function dateFormatKeyword() {
  return {
    keyword: 'x-date-format',
    type: 'string',
    schemaType: 'string',
    errors: true,
    compile(pattern) {
      const fits = dateFormat(pattern);
      const message = `must be a date or time that exists, of the form ${pattern}`;
      return function validate(text) {
        validate.errors = [{ keyword: 'x-date-format', message, params: {} }];
        return fits(text);
      };
    },
  };
}

/** The text is JSON of the schema with the name that the keyword gives. */
function jsonTextKeyword(root, compile) {
  return {
    keyword: 'x-json-text',
    type: 'string',
    schemaType: 'string',
    errors: true,
    compile(name) {
      if (!root.components?.schemas?.[name]) throw new Error(`x-json-text names ${name}, which is not in components.schemas`);
      // Not yet: the schema may hold itself as JSON text.
      let check;
      return function validate(text, { instancePath }) {
        check ??= compile({ $ref: `${ROOT}#/components/schemas/${name}` });
        const value = parsed(text);
        if (value !== undefined && check(value)) return true;
        const errors = value === undefined ? [{ keyword: 'json', message: `must be JSON text of ${name}`, params: {} }] : check.errors;
        validate.errors = errors.map((each) => ({ ...each, instancePath: instancePath + (each.instancePath ?? '') }));
        return false;
      };
    },
  };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
