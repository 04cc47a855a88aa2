/** `deepObject` writes the members of an object; of anything else it writes nothing that is defined. */
export default function* check(document) {
  const places = [
    ...document.ofKind('parameter').map(({ value, path }) => ({ path, style: value.style, schema: value.schema })),
    ...document.ofKind('mediaType').flatMap(({ value, path }) =>
      Object.entries(value.encoding ?? {}).map(([name, { style }]) => ({
        path: [...path, 'encoding', name],
        style,
        schema: value.schema && document.property(value.schema, name),
      })),
    ),
  ];
  for (const { path, style, schema } of places) {
    if (style !== 'deepObject' || !schema) continue;
    const types = document.parts(schema).flatMap(({ type, properties }) => type ?? (properties ? 'object' : []));
    if (types.includes('object')) continue;
    yield {
      path,
      found: `Style deepObject is for objects, and this is of type ${types[0] ?? 'anything'}.`,
      remedy: 'Use style form, or describe the object.',
    };
  }
}
