/** Readers learn from examples, and the mock answers with them. */
export default function* check(document) {
  for (const { value, path, parent } of document.ofKind('mediaType')) {
    if (!['requestBody', 'response'].includes(parent.kind)) continue; // parameters: scalars-have-examples
    if (value.example !== undefined || Object.keys(value.examples ?? {}).length > 0) continue;
    yield {
      path,
      found: 'The body has no example.',
      remedy: 'Add "examples:" with a name, a summary and a value, the page\'s own if it has one.',
    };
  }
}
