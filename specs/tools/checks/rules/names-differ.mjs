import { list } from '../document.mjs';
import { groups } from './java-names.mjs';

/** Names that differ only in case become one file on some systems, and one anchor in some documentation. */
export default function* check(document) {
  const operations = document.operations().map(({ value, path }) => ({ name: value.operationId, path }));
  yield* collisions(
    'operationIds',
    operations.filter(({ name }) => name),
  );
  const schemas = Object.keys(document.root.components?.schemas ?? {});
  yield* collisions(
    'schemas',
    schemas.map((name) => ({ name, path: ['components', 'schemas', name] })),
  );
}

function* collisions(kind, named) {
  for (const [, group] of groups(named, ({ name }) => name.toLowerCase())) {
    if (group.length < 2) continue;
    yield {
      path: group[1].path,
      found: `The ${kind} ${list(group.map(({ name }) => name))} differ in case at most.`,
      remedy: 'Rename one of them.',
    };
  }
}
