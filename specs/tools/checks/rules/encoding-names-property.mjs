import { list } from '../document.mjs';

/** `encoding` of a property that does not exist says nothing, and OpenAPI lets it pass. */
export default function* check(document) {
  for (const { value: media, path } of document.ofKind('mediaType')) {
    const properties = media.schema ? document.properties(media.schema).map(([name]) => name) : [];
    for (const name of Object.keys(media.encoding ?? {})) {
      if (properties.includes(name)) continue;
      yield {
        path: [...path, 'encoding', name],
        found: `There is an encoding of "${name}", which is no property of the schema.`,
        remedy: `Name one of its properties: ${list(properties)}.`,
      };
    }
  }
}
