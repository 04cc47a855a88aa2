// Paths and operations, and what holds for an operation as a whole: its names, servers and credentials.
import { change, gone } from './impact.mjs';
import { byKeyword, differs, elsewhere, extensions, withDefault } from './keywords.mjs';
import { child, children, resolved } from './node.mjs';
import { compareBodies, compareParameters, compareResponses } from './parameters.mjs';
import { canonical, same, show } from './values.mjs';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const VARIABLE = /\{([^}]*)\}/g;
const namesIn = (path) => [...path.matchAll(VARIABLE)].map(([, name]) => name);

/** Paths are matched without the names of their parameters: `/users/{id}` and `/users/{user}` are one path. */
export function comparePaths(before, after, context) {
  const byTemplate = (node) =>
    new Map(
      children(node)
        .filter(([path]) => !path.startsWith('x-'))
        .map(([path, item]) => [path.replaceAll(VARIABLE, '{}'), { path, item: resolved(item) }]),
    );
  const [then, now] = [byTemplate(before), byTemplate(after)];
  const changes = [];
  for (const [template, old] of then) {
    const counterpart = now.get(template) ?? { path: old.path, item: child(after, old.path) };
    changes.push(...comparePathNames(old.path, counterpart), ...compareOperations(old, counterpart, context));
  }
  for (const [template, { path, item }] of now) {
    if (then.has(template)) continue;
    for (const [method, node] of operationsIn(item)) changes.push(operationAdded(method, path, node));
  }
  return changes;
}

/** Webhooks: we are the ones who are called, so what the service sends is what partners read. */
export function compareWebhooks(before, after, context) {
  const [then, now] = [before, after].map((node) => new Map(children(node).filter(([name]) => !name.startsWith('x-'))));
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((name) => {
    const side = (node, all) => ({ path: `webhook ${name}`, item: resolved(all.get(name) ?? child(node, name)) });
    return compareOperations(side(before, then), side(after, now), { ...context, direction: 'read' });
  });
}

function comparePathNames(path, { path: newPath, item }) {
  const [then, now] = [path, newPath].map(namesIn);
  if (same(then, now)) return [];
  const reordered = same([...then].sort(), [...now].sort());
  const rule = reordered ? 'path-parameters-reordered' : 'path-parameter-renamed';
  const message = `${path} is ${newPath} now: path parameters ${reordered ? 'changed places' : 'have other names'}`;
  return [change('major', rule, item, message)];
}

export const operationsIn = (item) => children(item).filter(([method]) => METHODS.includes(method));
const operationAdded = (method, path, node) =>
  change('minor', 'operation-added', node, `${method.toUpperCase()} ${path} is new`);

function compareOperations(old, counterpart, context) {
  const [before, after] = [old, counterpart].map(({ path, item }) => ({
    item,
    names: namesIn(path),
    operations: new Map(operationsIn(item)),
  }));
  const changes = [];
  for (const [method, node] of before.operations) {
    const operation = after.operations.get(method);
    if (operation) {
      changes.push(...compareOperation({ ...before, operation: node }, { ...after, operation }, context));
      continue;
    }
    const name = `${method.toUpperCase()} ${old.path} (${node.value.operationId})`;
    changes.push(gone('operation-removed', node, `${name} is gone`));
  }
  for (const [method, node] of after.operations) {
    if (!before.operations.has(method)) changes.push(operationAdded(method, counterpart.path, node));
  }
  return after.item.value === undefined
    ? changes
    : [...changes, ...byKeyword(PATH_ITEM, before.item, after.item, context)];
}

function compareOperation(before, after, context) {
  return [
    ...compareParameters(before, after, context),
    ...overrides('servers', compareServers, before, after),
    ...overrides('security', compareSecurity, before, after),
    ...byKeyword(OPERATION, before.operation, after.operation, context),
  ];
}

/** The document's own are compared once, so an operation counts only where one of both has its own. */
function overrides(keyword, compare, before, after) {
  const holders = ({ item, operation }) => [child(operation, keyword), child(item, keyword)];
  const own = (side) => holders(side).find((node) => node.value !== undefined);
  if (!own(before) && !own(after)) return [];
  const effective = (side) => own(side) ?? { ...child(side.operation, keyword), value: side.operation.root[keyword] };
  return compare(effective(before), effective(after));
}

const OPERATION = {
  operationId: differs('major', 'operation-renamed'),
  // Where generators put the operation: no matter on the wire.
  tags: (before, after, context, keyword) =>
    differs('minor', 'tag-changed')(child(before, 0), child(after, 0), context, keyword),
  parameters: elsewhere,
  servers: elsewhere,
  security: elsewhere,
  requestBody: compareBodies,
  responses: compareResponses,
  deprecated: withDefault(false, differs('minor', 'deprecation-changed')),
  ...extensions,
};

// All of it is compared with each operation.
const PATH_ITEM = Object.fromEntries([...METHODS, 'parameters', 'servers'].map((keyword) => [keyword, elsewhere]));

/** The first server is the one that callers get without asking. */
export function compareServers(before, after) {
  const byUrl = (node) => new Map(children(node).map(([, server]) => [server.value.url, server]));
  const [then, now] = [byUrl(before), byUrl(after)];
  const changes = [];
  for (const [url, server] of then) {
    if (!now.has(url)) changes.push(gone('server-removed', server, `The server ${url} is gone`));
    else changes.push(...compareVariables(child(server, 'variables'), child(now.get(url), 'variables')));
  }
  for (const [url, server] of now) {
    if (!then.has(url)) changes.push(change('minor', 'server-added', server, `The server ${url} is new`));
  }
  const [first] = then.keys();
  if (now.has(first) && first !== now.keys().next().value) {
    changes.push(
      change('major', 'server-order-changed', after, `${first} is no longer the first server, which callers use`),
    );
  }
  return changes;
}

function compareVariables(before, after) {
  const names = new Set([...children(before), ...children(after)].map(([name]) => name));
  return [...names].flatMap((name) => {
    const [then, now] = [child(before, name), child(after, name)];
    const variable = `The server variable \`${name}\``;
    if (then.value === undefined) return [change('minor', 'server-variable-added', now, `${variable} is new`)];
    if (now.value === undefined) return [gone('server-variable-removed', then, `${variable} is gone`)];
    return byKeyword(SERVER_VARIABLE, then, now, {});
  });
}

const SERVER_VARIABLE = { default: differs('major', 'server-default-changed'), enum: serverValues };

function serverValues(before, after) {
  if (same(before.value, after.value)) return [];
  // Without a list every value is allowed.
  const allowed = (value) => after.value === undefined || after.value.includes(value);
  const lost = before.value === undefined || !before.value.every(allowed);
  const message = `The values of a server variable were ${show(before.value)}, are ${show(after.value)}`;
  return [change(lost ? 'major' : 'minor', 'server-values-changed', after, message)];
}

/** Each alternative is a set of schemes. `[]` and `[{}]` both say: without credentials. */
export function compareSecurity(before, after) {
  const alternatives = ({ value }) => {
    const sorted = (value ?? []).map((one) =>
      canonical(Object.fromEntries(Object.entries(one).map(([name, scopes]) => [name, [...scopes].sort()]))),
    );
    return sorted.length > 0 ? sorted : ['{}'];
  };
  const [then, now] = [before, after].map(alternatives);
  const lost = then.filter((one) => !now.includes(one));
  const won = now.filter((one) => !then.includes(one));
  const text = (one) => (one === '{}' ? 'no credential' : one);
  return [
    ...lost.map((one) => gone('security-removed', before, `${text(one)} no longer opens the operation`)),
    ...won.map((one) => change('minor', 'security-added', after, `${text(one)} opens the operation, too`)),
  ];
}
