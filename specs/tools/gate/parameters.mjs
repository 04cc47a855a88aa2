// Parameters, bodies and answers of one operation.
import { flatten } from './flatten.mjs';
import { change, gone, impactOf } from './impact.mjs';
import { byKeyword, differs, elsewhere, extensions, withDefault } from './keywords.mjs';
import { child, children, resolved } from './node.mjs';
import { WHERE, compareSchemas } from './schemas.mjs';
import { same, show, withoutTexts } from './values.mjs';

const STYLES = { query: 'form', cookie: 'form', path: 'simple', header: 'simple' };
const FORMS = new Set(['application/x-www-form-urlencoded', 'multipart/form-data']);
const opposite = (direction) => ({ sent: 'read', read: 'sent' })[direction];

/** A promise to send something, such as a required parameter or body. */
function compareRequired(before, after, context, what) {
  const [was, is] = [before, after].map((node) => node.value?.required === true);
  if (was === is) return [];
  const impact = impactOf(is ? 'narrower' : 'wider', context.direction);
  return [
    change(impact, 'required-changed', child(after, 'required'), `${what} is ${is ? 'now' : 'no longer'} required`),
  ];
}

const added = (rule, node, required, context, what) =>
  change(
    required && context.direction === 'sent' ? 'major' : 'minor',
    rule,
    node,
    `${required ? 'Required ' : ''}${what} is new`,
  );

/** The parameters of an operation, with those of its path that it does not replace. Keys survive a renamed path. */
function parametersOf(item, operation, names) {
  const found = new Map();
  for (const holder of [item, operation]) {
    for (const [, reference] of children(child(holder, 'parameters'))) {
      const node = resolved(reference);
      const { name, in: place } = node.value;
      const key = { path: names.indexOf(name), header: name?.toLowerCase() }[place] ?? name;
      found.set(`${place} ${key}`, node);
    }
  }
  return found;
}

export function compareParameters(before, after, context) {
  const [then, now] = [before, after].map(({ item, operation, names }) => parametersOf(item, operation, names));
  const nameOf = ({ value }) => `${value.in} parameter \`${value.name}\``;
  const common = [...then.keys()].filter((key) => now.has(key));
  const changes = [];
  for (const [key, node] of then) {
    if (!now.has(key)) changes.push(gone('parameter-removed', node, `The ${nameOf(node)} is gone`));
    else changes.push(...compareParameter(node, now.get(key), context, nameOf(node)));
  }
  for (const [key, node] of now) {
    if (!then.has(key)) changes.push(added('parameter-added', node, node.value.required, context, nameOf(node)));
  }
  const order = [...now.keys()].filter((key) => then.has(key));
  if (!same(common, order)) {
    const names = (keys) => keys.map((key) => now.get(key).value.name).join(', ');
    const why = 'in clients that take them by position they swap without a word';
    const message = `Parameters were in the order ${names(common)}, are ${names(order)}: ${why}`;
    changes.push(change('major', 'parameters-reordered', child(after.operation, 'parameters'), message));
  }
  return changes;
}

function compareParameter(before, after, context, what) {
  const changes = [
    ...compareRequired(before, after, context, `The ${what}`),
    ...compareEncoding(before, after, STYLES[after.value.in], what),
  ];
  const [was, is] = [before, after].map((node) => (node.value.schema ? 'schema' : 'content'));
  if (was !== is) {
    const message = `The ${what} was written by \`${was}\`, is by \`${is}\``;
    return [...changes, change('major', 'encoding-changed', after, message)];
  }
  return [...changes, ...byKeyword(PARAMETER, before, after, context)];
}

/** How a value is written. Absence means OpenAPI's default, so writing the default down changes nothing. */
function compareEncoding(before, after, style, what) {
  const effective = ({ value = {} }) => {
    const { style: chosen = style, allowReserved = false, contentType, headers } = value;
    return {
      style: chosen,
      explode: value.explode ?? chosen === 'form',
      allowReserved,
      contentType,
      headers: withoutTexts(headers),
    };
  };
  const [a, b] = [before, after].map(effective);
  return Object.keys(a)
    .filter((key) => !same(a[key], b[key]))
    .map((key) =>
      change('major', 'encoding-changed', after, `\`${key}\` of the ${what} was ${show(a[key])}, is ${show(b[key])}`),
    );
}

const PARAMETER = {
  name: elsewhere,
  in: elsewhere,
  required: elsewhere,
  style: elsewhere,
  explode: elsewhere,
  allowReserved: elsewhere,
  allowEmptyValue: withDefault(false, (before, after, context) =>
    before.value === after.value
      ? []
      : [change(after.value ? 'minor' : 'major', 'encoding-changed', after, `\`allowEmptyValue\` is ${after.value}`)],
  ),
  deprecated: withDefault(false, differs('minor', 'deprecation-changed')),
  schema: (before, after, context) => compareSchemas(before, after, context),
  content: (before, after, context) => compareContent(before, after, context),
  ...extensions,
};

export function compareBodies(before, after, context) {
  if (before.value === undefined && after.value === undefined) return [];
  if (after.value === undefined) return [gone('body-removed', before, 'The request body is gone')];
  const [then, now] = [resolved(before), resolved(after)];
  if (before.value === undefined) return [added('body-added', now, now.value.required, context, 'request body')];
  return [...compareRequired(then, now, context, 'The request body'), ...byKeyword(BODY, then, now, context)];
}

const BODY = { required: elsewhere, content: (before, after, context) => compareContent(before, after, context) };

function compareContent(before, after, context) {
  const [then, now] = [before, after].map((node) => new Map(children(node)));
  return [
    ...[...then].flatMap(([type, node]) =>
      now.has(type)
        ? compareMediaType(node, now.get(type), context, type)
        : [gone('media-type-removed', node, `The media type ${type} is gone from ${WHERE[context.direction]}`)],
    ),
    ...[...now]
      .filter(([type]) => !then.has(type))
      .map(([type, node]) =>
        change('minor', 'media-type-added', node, `The media type ${type} is new in ${WHERE[context.direction]}`),
      ),
  ];
}

function compareMediaType(before, after, context, type) {
  // Only forms have an encoding.
  const [then, now] = [before, after].map((node) => child(node, 'encoding'));
  const properties = new Set([...children(then), ...children(now)].map(([name]) => name));
  const had = flatten(child(before, 'schema')).properties;
  const encodings = FORMS.has(type)
    ? [...properties]
        .filter((name) => had.has(name))
        .flatMap((name) => compareEncoding(child(then, name), child(now, name), 'form', `form property \`${name}\``))
    : [];
  return [...encodings, ...byKeyword(MEDIA_TYPE, before, after, context)];
}

const MEDIA_TYPE = { schema: (before, after, context) => compareSchemas(before, after, context), encoding: elsewhere };

export function compareResponses(before, after, context) {
  const [then, now] = [before, after].map(
    (node) => new Map(children(node).filter(([status]) => !status.startsWith('x-'))),
  );
  const inside = { ...context, direction: opposite(context.direction) };
  return [
    ...[...then].flatMap(([status, node]) =>
      now.has(status)
        ? byKeyword(RESPONSE, resolved(node), resolved(now.get(status)), inside)
        : [gone('response-removed', node, `The answer ${status} is gone`)],
    ),
    ...[...now]
      .filter(([status]) => !then.has(status))
      .map(([status, node]) => change('minor', 'response-added', node, `The answer ${status} is new`)),
  ];
}

function compareHeaders(before, after, context) {
  const byName = (node) => new Map(children(node).map(([name, header]) => [name.toLowerCase(), resolved(header)]));
  const [then, now] = [byName(before), byName(after)];
  return [
    ...[...then].flatMap(([name, node]) =>
      now.has(name)
        ? [
            ...compareRequired(node, now.get(name), context, `The header \`${name}\``),
            ...compareEncoding(node, now.get(name), 'simple', `header \`${name}\``),
            ...byKeyword(PARAMETER, node, now.get(name), context),
          ]
        : [gone('header-removed', node, `The header \`${name}\` is gone`)],
    ),
    ...[...now]
      .filter(([name]) => !then.has(name))
      .map(([name, node]) => added('header-added', node, node.value.required, context, `header \`${name}\``)),
  ];
}

const RESPONSE = {
  content: (before, after, context) => compareContent(before, after, context),
  headers: compareHeaders,
};
