// The independent reader: compares two documents as what callers send and what they read.
// It shares no code with Redocly, and judges what Redocly does not look at: see OWN_CHECKS.
import { change, gone } from './impact.mjs';
import { byKeyword, differs, elsewhere, extensions } from './keywords.mjs';
import { child, children, resolved, rootOf } from './node.mjs';
import { comparePaths, compareSecurity, compareServers, compareWebhooks } from './operations.mjs';
import { onlyAdds, same, show, withoutTexts } from './values.mjs';

/** Rules for what general differs pass over. */
export const OWN_CHECKS = new Set([
  'parameters-reordered',
  'path-parameters-reordered',
  'path-parameter-renamed',
  'encoding-changed',
  'default-changed',
  'server-default-changed',
  'server-order-changed',
  'server-values-changed',
  'boolean-changed',
  'credential-changed',
  'date-format-changed',
  'envelope-changed',
  'error-changed',
  'json-text-changed',
  'jsonp-changed',
  'leniency-changed',
  'pagination-changed',
  'generated-name-changed',
  'idempotency-changed',
  'sensitivity-changed',
  'unknown-keyword',
]);

/** The changes from one parsed document to another, without those of texts. */
export function compareStructure(released, working) {
  const context = { direction: 'sent', seen: new Map() };
  const changes = byKeyword(DOCUMENT, rootOf(released), rootOf(working), context);
  return [...new Map(changes.map((found) => [JSON.stringify(found), found])).values()];
}

const DOCUMENT = {
  openapi: differs('major', 'openapi-version-changed'),
  info: elsewhere,
  tags: elsewhere,
  paths: comparePaths,
  'x-webhooks': compareWebhooks,
  servers: compareServers,
  security: compareSecurity,
  components: (before, after) => [
    ...compareSchemes(child(before, 'securitySchemes'), child(after, 'securitySchemes')),
    ...compareNames(child(before, 'schemas'), child(after, 'schemas')),
  ],
  ...extensions,
};

function compareSchemes(before, after) {
  const [then, now] = [before, after].map((node) => new Map(children(node)));
  return [
    ...[...then].flatMap(([name, node]) =>
      now.has(name)
        ? byKeyword(SCHEME, resolved(node), resolved(now.get(name)))
        : [gone('security-scheme-removed', node, `The security scheme \`${name}\` is gone`)],
    ),
    ...[...now]
      .filter(([name]) => !then.has(name))
      .map(([name, node]) => change('minor', 'security-scheme-added', node, `The security scheme \`${name}\` is new`)),
  ];
}

const scheme = differs('major', 'security-scheme-changed');
const SCHEME = {
  type: scheme,
  in: scheme,
  name: scheme,
  scheme,
  openIdConnectUrl: scheme,
  bearerFormat: differs('minor', 'security-scheme-changed'),
  flows,
  ...extensions,
};

/** Descriptions of scopes are texts. */
function flows(before, after) {
  const names = ({ value = {} }) =>
    Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => !name.startsWith('x-'))
        .map(([name, flow]) => [
          name,
          {
            ...withoutTexts(flow),
            scopes: Object.fromEntries(Object.keys(flow.scopes ?? {}).map((scope) => [scope, true])),
          },
        ]),
    );
  const [a, b] = [names(before), names(after)];
  if (same(a, b)) return [];
  return [
    change(
      onlyAdds(a, b) ? 'minor' : 'major',
      'security-scheme-changed',
      after,
      `\`flows\` was ${show(a)}, is ${show(b)}`,
    ),
  ];
}

/** Generators make class names of them. On the wire they do not show. */
function compareNames(before, after) {
  return children(before)
    .filter(([name]) => child(after, name).value === undefined)
    .map(([name, node]) =>
      change(
        'minor',
        'schema-name-gone',
        node,
        `No schema is called \`${name}\` any more: a class of generated clients has another name or is gone`,
        'released',
      ),
    );
}
