import { SchemaValidator } from '../schema-validator.mjs';

/** A default is one of the values that its schema allows, such as one of its enum. */
export default function* check(document) {
  const validator = new SchemaValidator(document);
  for (const { value: schema, path } of document.ofKind('schema')) {
    if (schema.$ref || schema.default === undefined) continue;
    for (const problem of validator.problems(schema, schema.default)) {
      yield {
        path: [...path, 'default'],
        found: `The default ${problem}.`,
        remedy: 'Write the value that the service takes when none is sent, and allow it.',
      };
    }
  }
  for (const { value: variable, path } of document.ofKind('serverVariable')) {
    if (!variable.enum || variable.enum.includes(variable.default)) continue;
    yield {
      path: [...path, 'default'],
      found: `The default is ${JSON.stringify(variable.default)}, not one of ${JSON.stringify(variable.enum)}.`,
      remedy: 'Write one of the values of its enum.',
    };
  }
}
