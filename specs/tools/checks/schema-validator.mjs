// Validates values against schemas of OpenAPI 3.0, strictly: a member that the schema does not describe is an
// error unless the schema says `additionalProperties`, since it usually is a slip of the pen.
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fitsPattern, patternProblem } from './date-format.mjs';

const COPIED = [
  'type',
  'enum',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'x-json-text',
  'x-date-format',
];
const COMPOSED = ['allOf', 'anyOf', 'oneOf'];
const WRONG_WAY = { request: 'readOnly', response: 'writeOnly' };

/** Formats that validators do not bring along: seconds since 1970, which the clients read as a point in time. */
export const OWN_FORMATS = { 'unix-time': { type: 'number', validate: Number.isInteger } };

/** `problems(schema, value, direction)` for the schemas of one document; direction: request, response or neither. */
export class SchemaValidator {
  #document;
  #validators = new Map();

  constructor(document) {
    this.#document = document;
  }

  problems(schema, value, direction = 'neither') {
    if (!this.#validators.has(direction)) this.#validators.set(direction, new OneWay(this.#document, direction));
    return this.#validators.get(direction).problems(schema, value);
  }
}

class OneWay {
  #document;
  #direction;
  #ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    verbose: true,
    unicodeRegExp: true,
    inlineRefs: false,
    logger: false,
  });
  #added = new Set();
  #compiled = new Map();

  constructor(document, direction) {
    this.#document = document;
    this.#direction = direction;
    addFormats(this.#ajv);
    for (const [name, format] of Object.entries(OWN_FORMATS)) this.#ajv.addFormat(name, format);
    const decodes = (name, text) => {
      decodes.errors = this.#textProblems(name, text).map((message) => ({ keyword: 'x-json-text', message }));
      return decodes.errors.length === 0;
    };
    this.#ajv.addKeyword({ keyword: 'x-json-text', type: 'string', errors: true, validate: decodes });
    this.#ajv.addKeyword({ keyword: 'x-date-format', type: 'string', validate: fitsPattern });
  }

  #textProblems(name, text) {
    let value;
    try {
      value = JSON.parse(text);
    } catch {
      return ['is no JSON'];
    }
    return this.problems({ $ref: `#/components/schemas/${name}` }, value).map((message) => `as JSON: ${message}`);
  }

  problems(schema, value) {
    if (!this.#compiled.has(schema)) this.#compiled.set(schema, this.#ajv.compile(this.#convert(schema)));
    const validate = this.#compiled.get(schema);
    return validate(value) ? [] : [...new Set(tellingErrors(validate.errors).map(describe))];
  }

  /** `open` for a part of a composition: another part may describe the other members. */
  #convert(schema, open = false) {
    if (schema.$ref) return { $ref: this.#reference(schema.$ref, open) };
    const result = {};
    for (const keyword of COPIED) if (schema[keyword] !== undefined) result[keyword] = schema[keyword];
    if (!compiles(schema.pattern)) delete result.pattern; // has a rule of its own
    if (!this.#document.root.components?.schemas?.[schema['x-json-text']]) delete result['x-json-text']; // so has this
    if (patternProblem(String(result['x-date-format']))) delete result['x-date-format']; // and this
    if (schema.minimum !== undefined) result[schema.exclusiveMinimum ? 'exclusiveMinimum' : 'minimum'] = schema.minimum;
    if (schema.maximum !== undefined) result[schema.exclusiveMaximum ? 'exclusiveMaximum' : 'maximum'] = schema.maximum;
    if (schema.items) result.items = this.#convert(schema.items);
    if (schema.not) result.not = this.#convert(schema.not, true);
    for (const keyword of COMPOSED)
      if (schema[keyword]) result[keyword] = schema[keyword].map((part) => this.#convert(part, true));
    this.#convertMembers(schema, result, open);
    return nullable(schema, result);
  }

  #convertMembers(schema, result, open) {
    const { properties, required, additionalProperties: others } = schema;
    const wrongWay = WRONG_WAY[this.#direction];
    const isWrongWay = (name) => Boolean(wrongWay && this.#document.resolve(properties?.[name] ?? {})?.[wrongWay]);
    if (properties) {
      const convert = (name) => (isWrongWay(name) ? { [wrongWay]: true, not: {} } : this.#convert(properties[name]));
      result.properties = Object.fromEntries(Object.keys(properties).map((name) => [name, convert(name)]));
    }
    if (required) result.required = required.filter((name) => !isWrongWay(name));
    if (others !== undefined) result.additionalProperties = typeof others === 'object' ? this.#convert(others) : others;
    else if (!open && (properties || COMPOSED.some((keyword) => schema[keyword]))) result.unevaluatedProperties = false;
  }

  #reference(ref, open) {
    const id = `https://specs.invalid/${open ? 'open' : 'closed'}${encodeURI(ref.replace('#', ''))}`;
    if (!this.#added.has(id)) {
      this.#added.add(id);
      this.#ajv.addSchema({ ...this.#convert(this.#document.resolve({ $ref: ref }) ?? {}, open), $id: id });
    }
    return id;
  }
}

/** OpenAPI 3.0.3 defines `nullable` next to `type` only; next to a composition it can mean nothing else. */
function nullable(schema, result) {
  if (!schema.nullable) return result;
  if (result.type) return { ...result, type: [result.type, 'null'] };
  return { anyOf: [{ type: 'null' }, result] };
}

export function compiles(pattern) {
  try {
    return pattern === undefined || Boolean(new RegExp(pattern, 'u'));
  } catch {
    return false;
  }
}

/** A failed choice reports the errors of all its branches; a few are enough. */
const tellingErrors = (errors) => errors.slice(0, 5);

function describe({ instancePath, keyword, params, message, data, schema, parentSchema }) {
  const at = instancePath ? `${instancePath.slice(1).replaceAll('/', ' > ')} ` : '';
  return at + wording({ keyword, params, message, data, schema, parentSchema });
}

function wording({ keyword, params, message, data, schema, parentSchema }) {
  if (keyword === 'not' && parentSchema.readOnly) return 'is read-only, so no request has it';
  if (keyword === 'not' && parentSchema.writeOnly) return 'is write-only, so no answer has it';
  if (keyword === 'unevaluatedProperties')
    return `has "${params.unevaluatedProperty}", which the schema does not describe`;
  if (keyword === 'additionalProperties') return `has "${params.additionalProperty}", which the schema forbids`;
  if (keyword === 'required') return `lacks the required "${params.missingProperty}"`;
  if (keyword === 'type') return `is ${JSON.stringify(data)}, not ${[params.type].flat().join(' or ')}`;
  if (keyword === 'enum') return `is ${JSON.stringify(data)}, not one of ${JSON.stringify(params.allowedValues)}`;
  if (keyword === 'format') return `is ${JSON.stringify(data)}, which is not of format ${params.format}`;
  if (keyword === 'pattern') return `is ${JSON.stringify(data)}, which does not match ${params.pattern}`;
  if (keyword === 'x-date-format') return `is ${JSON.stringify(data)}, which is not of the form ${schema}`;
  return message;
}
