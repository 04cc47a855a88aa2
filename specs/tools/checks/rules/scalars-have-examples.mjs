import { isProperty } from '../document.mjs';

const SCALARS = ['string', 'number', 'integer', 'boolean'];

/** A type tells what fits, an example what it means. */
export default function* check(document) {
  for (const node of document.ofKind('schema', 'parameter', 'header')) {
    if (node.value.$ref || (node.kind === 'schema' && !isProperty(node))) continue;
    const { schema } = node.kind === 'schema' ? { schema: node.value } : node.value;
    const isScalar = document.parts(schema ?? {}).some(({ type }) => SCALARS.includes(type));
    if (node.kind === 'schema' && !isScalar) continue;
    if (hasExample(node.value) || document.parts(schema ?? {}).some(hasExample)) continue;
    if (Object.values(node.value.content ?? {}).some(hasExample)) continue;
    yield {
      path: node.path,
      found: `The ${node.kind === 'schema' ? 'property' : node.kind} has no example.`,
      remedy: 'Add "example:" with a value that fits the story of the other examples.',
    };
  }
  // A property that is a reference has the example of the schema it names.
  for (const node of document.ofKind('schema')) {
    if (!isProperty(node) || !node.value.$ref) continue;
    const parts = document.parts(node.value);
    if (!parts.some(({ type }) => SCALARS.includes(type)) || parts.some(hasExample)) continue;
    yield {
      path: node.path,
      found: `The property has no example, and neither has ${node.value.$ref}.`,
      remedy: 'Add "example:" to the schema.',
    };
  }
}

const hasExample = ({ example, examples }) => example !== undefined || Object.keys(examples ?? {}).length > 0;
