// Prism's checks of answers. Over a schema that does not compile, Prism passes in silence.

/**
 * Makes the schemas of `operations`, which Prism made from a document, such that it checks answers with them. Throws
 * if there is one that it cannot use. Prism adds null to the values of a nullable enum, even if the document has it
 * there, as OpenAPI 3.0 wants; a value that is there twice makes a schema invalid.
 */
export function mendAnswers(operations, { Ajv, Ajv2020 }) {
  withoutDoubles(operations, new Set());
  const [version7, version2020] = [Ajv, Ajv2020].map((Version) => new Version({ strict: false, logger: false }));
  for (const { method, path, responses, __bundled__ } of operations) {
    for (const { code, contents = [] } of responses) {
      for (const { mediaType, schema } of contents.filter((each) => each.schema)) {
        const version = /2020-12/.test(schema.$schema) ? version2020 : version7;
        try {
          version.compile({ ...schema, __bundled__ });
        } catch ({ message }) {
          throw new Error(`Cannot check answers of ${method} ${path}, ${code} ${mediaType}: ${message}`);
        }
      }
    }
  }
}

function withoutDoubles(node, seen) {
  if (typeof node !== 'object' || node === null || seen.has(node)) return;
  seen.add(node);
  if (Array.isArray(node.enum)) node.enum = [...new Set(node.enum)];
  for (const child of Object.values(node)) withoutDoubles(child, seen);
}
