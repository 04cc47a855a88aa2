// Parameters and form fields: which pairs of a query or a form belong to one, and the value that they stand for.
// A pair is `[name, text]`, both decoded. What is wrong is said as `{path, code, message}`.
import { bracketPath, isList, listed, nested } from './brackets.mjs';

const DELIMITERS = { form: ',', spaceDelimited: ' ', pipeDelimited: '|' };
const JSON_TEXTS = {
  string: 'a string with its quotes',
  integer: 'an integer',
  number: 'a number',
  boolean: 'true or false',
  array: 'an array',
  object: 'an object',
};

/**
 * Returns a function that makes a field of `{name, schema, isJson, style, explode}`. A field says whether it `owns` a
 * name, and reads the pairs that it owns into `{value, problems}`; no value means that it cannot be told.
 */
export function fieldMaker({ shapeOf, scalar }) {
  return function field({ name, schema = {}, isJson = false, style = 'form', explode = style === 'form' }) {
    const shape = shapeOf(schema);
    const own = { name, owns: (other) => other === name };
    if (isJson) return { ...own, read: once(name, (text) => jsonValue(name, text, shape)) };
    if (style === 'deepObject') return { ...own, owns: (other) => firstStep(other) === name, read: bracketValue(schema) };
    if (shape.types.has('object') && style === 'form') return explode ? explodedObject(name, shape) : { ...own, read: flatObject(name, shape) };
    if (shape.types.has('array')) return { ...own, read: explode ? repeated(shape) : delimited(name, shape, DELIMITERS[style]) };
    return { ...own, read: once(name, (text) => valueOf(scalar(text, schema))) };
  };

  function repeated({ items }) {
    return (pairs) => valueOf(pairs.map(([, text]) => scalar(text, items)));
  }

  function delimited(name, { items }, delimiter = ',') {
    return once(name, (text) => valueOf(text === '' ? [] : text.split(delimiter).map((each) => scalar(each, items))));
  }

  /** Each member is a pair of its own. */
  function explodedObject(name, shape) {
    const owns = (other) => shape.properties.has(other) || shape.open;
    return { name, owns, greedy: shape.open, read: (pairs) => members(pairs, shape) };
  }

  /** Names and values of the members by turns: `R,100,G,200`. */
  function flatObject(name, shape) {
    return once(name, (text) => {
      const parts = text.split(',');
      const pairs = parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] ?? '']] : []));
      return members(pairs, shape);
    });
  }

  function members(pairs, { properties, additional }) {
    return valueOf(Object.fromEntries(pairs.map(([key, text]) => [key, scalar(text, properties.get(key) ?? additional)])));
  }

  function bracketValue(schema) {
    return (pairs) => {
      const { problems, ...found } = nested(pairs);
      if (!('value' in found)) return { problems };
      return { value: build(found.value, schema, [firstStep(pairs[0][0])], problems), problems };
    };
  }

  function build(node, schema, path, problems) {
    if (typeof node === 'string') return scalar(node, schema);
    const shape = shapeOf(schema);
    const isArray = shape.types.has('array') || (shape.types.size === 0 && shape.open);
    if (isArray && isList(node)) return listed(node).map((each, index) => build(each, shape.items, [...path, index], problems));
    const known = [...node].filter(([key]) => {
      if (shape.properties.has(key) || shape.open) return true;
      problems.push({ path: [...path, key], ...unknown([...shape.properties.keys()]) });
      return false;
    });
    const member = ([key, each]) => [key, build(each, shape.properties.get(key) ?? shape.additional, [...path, key], problems)];
    return Object.fromEntries(known.map(member));
  }
}

/**
 * Reads all pairs into `{values, problems}`, the values by the names of their fields. `others` reads the texts that
 * belong to no field; without it their names are refused.
 */
export function readFields(fields, pairs, others) {
  const values = [];
  const problems = [];
  let left = pairs;
  // Last those that take every name.
  for (const field of [...fields].sort((a, b) => Boolean(a.greedy) - Boolean(b.greedy))) {
    const own = left.filter(([name]) => field.owns(name));
    if (own.length === 0) continue;
    left = left.filter((pair) => !own.includes(pair));
    const read = field.read(own);
    problems.push(...read.problems);
    if ('value' in read) values.push([field.name, read.value]);
  }
  if (others) return { values: Object.fromEntries([...left.map(([name, text]) => [name, others(text)]), ...values]), problems };
  const names = fields.map((field) => field.name);
  for (const name of new Set(left.map(([each]) => each))) problems.push({ path: [name], ...unknown(names) });
  return { values: Object.fromEntries(values), problems };
}

const valueOf = (value) => ({ value, problems: [] });

function once(name, read) {
  return (pairs) => {
    if (pairs.length === 1) return read(pairs[0][1]);
    return { problems: [{ path: [name], code: 'duplicate', message: `must be there only once but is there ${pairs.length} times` }] };
  };
}

/** The message has no part of the text, which may be a secret. */
function jsonValue(name, text, { types }) {
  try {
    return valueOf(JSON.parse(text));
  } catch {
    const expected = [...types].map((type) => JSON_TEXTS[type]).filter(Boolean);
    const message = `must be JSON text${expected.length > 0 ? `: ${expected.join(', or ')}` : ''}`;
    return { problems: [{ path: [name], code: 'json', message }] };
  }
}

function unknown(names) {
  const known = names.length > 0 ? `which has ${[...names].sort().join(', ')}` : 'which has none here';
  return { code: 'unknown', message: `is not in the document, ${known}` };
}

function firstStep(name) {
  return (bracketPath(name) ?? [name])[0];
}
