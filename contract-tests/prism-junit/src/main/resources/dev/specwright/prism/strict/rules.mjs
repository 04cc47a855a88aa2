// What the document asks of the query and of the form of one operation.
import { bodyPairs, isForm, isMultipart, mediaTypeOf } from './bodies.mjs';
import { fieldMaker, readFields } from './fields.mjs';
import { scalars } from './scalars.mjs';
import { readOnlyNames, schemaChecks } from './schemas.mjs';
import { shapes } from './shapes.mjs';
import { violation } from './violations.mjs';

const JSON_TYPE = 'application/json';
// With these a caller chooses Prism's answer.
const CONTROLS = ['__code', '__dynamic', '__example', '__seed', '__server'];

/** Returns a function that makes the rules of an operation. Throws if the document cannot be checked. */
export function ruleMaker(document, prism) {
  const check = schemaChecks(document, prism);
  const shapeOf = shapes(document.resolve);
  const scalar = scalars(shapeOf, check);
  const field = fieldMaker({ shapeOf, scalar });
  const tools = { check, field, scalar, shapeOf, resolve: document.resolve };
  return function rulesOf(operation) {
    try {
      checkOtherSchemas(operation, tools);
      return { query: queryRule(operation, tools), forms: formRules(operation, tools) };
    } catch (cause) {
      throw new Error(`Cannot check requests of ${operation.key}: ${cause.message}`, { cause });
    }
  };
}

/** Prism checks these by itself, but not those that cannot be used, about which it says nothing. */
function checkOtherSchemas({ parameters, body }, { check }) {
  for (const { schema } of parameters.filter((each) => each.in !== 'query')) check(schema ?? {});
  for (const { schema } of Object.values(body?.content ?? {})) check(schema ?? {});
}

/** Returns a function from the query, a map of names to a text or to several, to violations. */
function queryRule({ parameters, security }, { check, field }) {
  const query = parameters.filter((each) => each.in === 'query').map(withSchema);
  const isNoParameter = (name) => !query.some((each) => each.name === name);
  const schemes = security.flat().filter((scheme) => scheme.type === 'apiKey' && scheme.in === 'query');
  const keys = new Set(schemes.map((scheme) => scheme.name).filter(isNoParameter));
  const keyFields = [...keys].map((name) => field({ name }));
  const ignored = new Set([...keys, ...CONTROLS.filter(isNoParameter)]);
  const fields = query.map(field);
  const whole = check({
    type: 'object',
    properties: Object.fromEntries(query.map(({ name, schema }) => [name, schema])),
    required: query.filter((each) => each.required).map((each) => each.name),
  });
  const filled = query.filter((each) => each.required && !each.allowEmptyValue).map((each) => each.name);
  return (found) => {
    const pairs = Object.entries(found).flatMap(([name, texts]) => [texts].flat().map((text) => [name, text]));
    const problems = [
      ...readFields(keyFields, pairs.filter(([name]) => keys.has(name))).problems,
      ...problemsOf(fields, pairs.filter(([name]) => !ignored.has(name)), whole),
    ];
    const empty = filled.filter((name) => found[name] === '').map((name) => ({ path: [name], code: 'required', message: 'must not be empty' }));
    return [...problems, ...empty].map((each) => violation('query', each));
  };
}

/** The schema of a parameter may stand under the media type of its value. */
function withSchema(parameter) {
  const media = parameter.content?.[JSON_TYPE];
  return { ...parameter, schema: (media ?? parameter).schema ?? {}, isJson: media !== undefined };
}

/** The forms that an operation takes, by media type: functions from body and Content-Type to `{pairs, violations}`. */
function formRules({ body }, tools) {
  const forms = Object.entries(body?.content ?? {}).filter(([mediaType]) => isForm(mediaType));
  return new Map(forms.map(([mediaType, media]) => [mediaType, formRule(media, isMultipart(mediaType), tools)]));
}

function formRule({ schema = {}, encoding = {} }, isMultipartForm, { check, field, scalar, shapeOf, resolve }) {
  const shape = shapeOf(schema);
  const answersOnly = readOnlyNames(resolve(schema), resolve);
  const properties = [...shape.properties].filter(([name]) => !answersOnly.has(name));
  const fields = properties.map(([name, each]) => field(fieldOf(name, each, encoding[name], isMultipartForm ? shapeOf(each) : undefined)));
  const others = shape.open ? (text) => scalar(text, shape.additional) : undefined;
  const whole = check(schema);
  return (text, contentType) => {
    const read = bodyPairs(text, contentType);
    if (!read) return undefined;
    const problems = [...read.problems, ...problemsOf(fields, read.pairs, whole, others)];
    return { pairs: read.pairs, violations: problems.map((each) => violation('body', each)) };
  };
}

/** An explicit style makes `contentType` count for nothing. Without both, objects in a multipart body are JSON. */
function fieldOf(name, schema, { contentType, style, explode } = {}, partShape) {
  const isJson = style === undefined && (contentType ? mediaTypeOf(contentType) === JSON_TYPE : Boolean(partShape?.types.has('object')));
  return { name, schema, isJson, style, explode };
}

function problemsOf(fields, pairs, whole, others) {
  const { values, problems } = readFields(fields, pairs, others);
  const unread = new Set(problems.map(({ path }) => path[0]).filter((name) => !(name in values)));
  const isReal = ({ path, missing }) => !(path.length === 0 && unread.has(missing));
  return [...problems, ...whole(values).filter(isReal)];
}
