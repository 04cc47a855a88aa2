const ORIGINS = ['x-section', 'x-source', 'x-assumption'];

/** Whoever doubts a statement has to find where it comes from. */
export default function* check(document) {
  const component = ({ kind, path }) =>
    ['schema', 'parameter'].includes(kind) && path.length === 3 && path[0] === 'components';
  for (const node of document.nodes) {
    if (node.kind !== 'operation' && !component(node)) continue;
    if (ORIGINS.some((name) => node.value[name])) continue;
    yield {
      path: node.path,
      found: `The ${node.kind} does not say where it comes from.`,
      remedy:
        "Add x-section with the section of the vendor's page, or x-source or x-assumption if it is not on the page.",
    };
  }
}
