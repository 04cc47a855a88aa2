import { list } from '../document.mjs';

export default function* check(document) {
  const schemas = Object.keys(document.root.components?.schemas ?? {});
  for (const { value, path } of document.ofKind('schema')) {
    const name = value['x-json-text'];
    if (name === undefined || schemas.includes(name)) continue;
    yield {
      path: [...path, 'x-json-text'],
      found: `There is no schema "${name}" that the text could be JSON of.`,
      remedy: `Name one of ${list(schemas)}.`,
    };
  }
}
