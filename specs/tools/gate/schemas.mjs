// What became of the set of values that a schema allows.
import { change, gone, impactOf } from './impact.mjs';
import { flatten } from './flatten.mjs';
import { appears, byKeyword, differs, elsewhere, extensions, grows, withDefault } from './keywords.mjs';
import { child, isObject, resolved } from './node.mjs';
import { same, show } from './values.mjs';

export const WHERE = { sent: 'what callers send', read: 'what callers read' };

/**
 * The changes from `before` to `after`, where `context.direction` says whether the partner sends or reads the value.
 * Schemas may contain themselves: a pair that is being compared counts as equal inside of itself.
 */
export function compareSchemas(before, after, context) {
  if (before.value === undefined && after.value === undefined) return [];
  const pair = [before, after]
    .map((node) => resolved(node).pointer)
    .concat(context.direction)
    .join(' ');
  if (!context.seen.has(pair)) {
    context.seen.set(pair, []);
    context.seen.set(pair, compareFlat(flatten(before), flatten(after), context));
  }
  return context.seen.get(pair);
}

function compareFlat(before, after, context) {
  if (Boolean(before.alternatives.length) !== Boolean(after.alternatives.length)) {
    // One form became several, or the other way round. The keywords beside them would only repeat it.
    const listOf = (flat) => flat.alternatives[0] ?? [flat.node];
    return compareAlternatives(listOf(before), listOf(after), after.keywords, context);
  }
  const groups = Math.max(before.alternatives.length, after.alternatives.length);
  return [
    ...byKeyword(KEYWORDS, before.keywords, after.keywords, context),
    ...compareProperties(before, after, context),
    ...Array.from({ length: groups }, (_, i) =>
      compareAlternatives(before.alternatives[i] ?? [], after.alternatives[i] ?? [], after.keywords, context),
    ).flat(),
    ...(same(before.negations.map(valueOf), after.negations.map(valueOf))
      ? []
      : [change('major', 'not-changed', after.keywords, '`not` changed')]),
  ];
}

const valueOf = (node) => node.value;

/** A rule that says what became of the allowed values; the direction says whether that hurts. */
const relation = (rule, compare) => (before, after, context, keyword) => {
  const found = compare(before.value, after.value);
  if (found === 'same') return [];
  const how = found === 'other' ? 'different' : found;
  const values = `was ${show(before.value)}, is ${show(after.value)}`;
  const message = `\`${keyword}\` ${values}: ${how}, in ${WHERE[context.direction]}`;
  return [change(impactOf(found, context.direction), rule, after, message)];
};

/** Absence of a keyword allows everything. */
const restricts = (compare) => (before, after) => {
  if (same(before, after)) return 'same';
  if (before === undefined) return 'narrower';
  if (after === undefined) return 'wider';
  return compare(before, after);
};
const other = () => 'other';
const upper = (before, after) => (after < before ? 'narrower' : 'wider');
const lower = (before, after) => (after > before ? 'narrower' : 'wider');
const flag = (before = false, after = false) => (before === after ? 'same' : after ? 'narrower' : 'wider');

/** One kind of value may contain the other: every int32 is an int64, every integer a number. */
const nested =
  (...pairs) =>
  (before, after) => {
    if (pairs.some(([inner, outer]) => before === inner && after === outer)) return 'wider';
    if (pairs.some(([inner, outer]) => before === outer && after === inner)) return 'narrower';
    return 'other';
  };

function enums(before, after) {
  const lost = before.some((value) => !after.some((now) => same(value, now)));
  const won = after.some((value) => !before.some((then) => same(value, then)));
  if (lost && won) return 'other';
  return lost ? 'narrower' : won ? 'wider' : 'same';
}

function openness(before = true, after = true) {
  const rank = (value) => (value === false ? 0 : isObject(value) && Object.keys(value).length > 0 ? 1 : 2);
  return rank(before) === rank(after) ? 'same' : rank(after) < rank(before) ? 'narrower' : 'wider';
}

function additional(before, after, context, keyword) {
  const asSchema = (node) => ({ ...node, value: isObject(node.value) ? node.value : {} });
  const closed = relation('additional-properties-changed', openness)(before, after, context, keyword);
  return closed.length > 0 || before.value === false
    ? closed
    : compareSchemas(asSchema(before), asSchema(after), context);
}

/** The text holds JSON of the schema with this name, and that is what callers send or read. */
function jsonText(before, after, context, keyword) {
  const schema = (node) =>
    ['components', 'schemas', node.value].reduce(child, { root: node.root, pointer: '#', value: node.root });
  const renamed = differs('major', 'json-text-changed')(before, after, context, keyword);
  const inside = before.value && after.value ? compareSchemas(schema(before), schema(after), context) : [];
  return [...renamed, ...inside];
}

const limit = (compare) => relation('limit-changed', restricts(compare));

const KEYWORDS = {
  type: relation('type-changed', restricts(nested(['integer', 'number']))),
  format: relation('format-changed', restricts(nested(['int32', 'int64'], ['float', 'double']))),
  enum: relation('enum-changed', restricts(enums)),
  pattern: relation('pattern-changed', restricts(other)),
  nullable: relation('nullable-changed', (before = false, after = false) => flag(after, before)),
  maximum: limit(upper),
  maxLength: limit(upper),
  maxItems: limit(upper),
  maxProperties: limit(upper),
  minimum: limit(lower),
  minLength: limit(lower),
  minItems: limit(lower),
  minProperties: limit(lower),
  exclusiveMaximum: relation('limit-changed', flag),
  exclusiveMinimum: relation('limit-changed', flag),
  uniqueItems: relation('limit-changed', flag),
  multipleOf: limit((before, after) => (after % before === 0 ? 'narrower' : before % after === 0 ? 'wider' : 'other')),
  items: (before, after, context) => compareSchemas(before, after, context),
  additionalProperties: additional,
  default: appears('default-changed'),
  deprecated: withDefault(false, differs('minor', 'deprecation-changed')),
  discriminator: grows('discriminator-changed'),
  xml: differs('major', 'xml-changed'),
  // They decide which properties count, in compareProperties.
  readOnly: elsewhere,
  writeOnly: elsewhere,
  'x-json-text': jsonText,
  ...extensions,
};

/** Callers do not send what is read-only, and never read what is write-only. */
function countedProperties(flat, direction) {
  const hidden = { sent: 'readOnly', read: 'writeOnly' }[direction];
  return new Map([...flat.properties].filter(([, property]) => !flatten(property).keywords.value[hidden]));
}

function compareProperties(before, after, context) {
  const { direction } = context;
  const [then, now] = [before, after].map((flat) => countedProperties(flat, direction));
  const changes = [];
  for (const [name, property] of then) {
    const counterpart = now.get(name);
    if (!counterpart) {
      changes.push(gone('property-removed', property, `Property \`${name}\` is gone from ${WHERE[direction]}`));
      continue;
    }
    const [was, is] = [before, after].map((flat) => flat.required.has(name));
    const found = flag(was, is);
    if (found !== 'same') {
      const message = `Property \`${name}\` is ${is ? 'now' : 'no longer'} required in ${WHERE[direction]}`;
      changes.push(change(impactOf(found, direction), 'required-changed', counterpart, message));
    }
    changes.push(...compareSchemas(property, counterpart, context));
  }
  const closed = before.keywords.value.additionalProperties === false;
  for (const [name, property] of now) {
    if (then.has(name)) continue;
    const required = after.required.has(name);
    const hurts = direction === 'sent' ? required : closed;
    const message = `${required ? 'Required property' : 'Property'} \`${name}\` is new in ${WHERE[direction]}`;
    const why =
      hurts && direction === 'read' ? ', which the released document closed with `additionalProperties: false`' : '';
    changes.push(change(hurts ? 'major' : 'minor', 'property-added', property, message + why));
  }
  return changes;
}

/** Pairs the forms: equal ones first, then those with one name, then those of one type. The rest came or went. */
function compareAlternatives(before, after, place, context) {
  const left = [...before];
  const right = [...after];
  const pairs = [];
  const pairUp = (fits) => {
    for (const node of [...left]) {
      const match = right.find((candidate) => fits(node, candidate));
      if (!match) continue;
      left.splice(left.indexOf(node), 1);
      right.splice(right.indexOf(match), 1);
      pairs.push([node, match]);
    }
  };
  const titleOf = (node) => resolved(node).value?.title;
  const typeOf = (node) => resolved(node).value?.type;
  pairUp((a, b) => compareSchemas(a, b, context).length === 0);
  pairUp((a, b) => a.value?.$ref !== undefined && a.value.$ref === b.value?.$ref);
  pairUp((a, b) => titleOf(a) !== undefined && titleOf(a) === titleOf(b));
  pairUp((a, b) => typeOf(a) !== undefined && typeOf(a) === typeOf(b));

  const { direction } = context;
  const nameOf = (node) => `\`${node.value?.$ref?.split('/').at(-1) ?? titleOf(node) ?? typeOf(node) ?? 'any'}\``;
  return [
    ...pairs.flatMap(([a, b]) => compareSchemas(a, b, context)),
    ...left.map((node) =>
      change(
        impactOf('narrower', direction),
        'alternative-removed',
        place,
        `The form ${nameOf(node)} is gone from ${WHERE[direction]}`,
      ),
    ),
    ...right.map((node) =>
      change(
        impactOf('wider', direction),
        'alternative-added',
        place,
        `The form ${nameOf(node)} is new in ${WHERE[direction]}`,
      ),
    ),
  ];
}
