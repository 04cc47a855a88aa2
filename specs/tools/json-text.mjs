// JSON text as a regular expression, for a checker that sees the text of a value but cannot decode it.
// Only the outer form can be told this way. Where in doubt the pattern takes more, never less: a valid text
// must not be refused.

const NUMBER = String.raw`-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?`;

const FORMS = {
  string: String.raw`"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"`,
  integer: '-?(?:0|[1-9][0-9]*)',
  number: NUMBER,
  boolean: 'true|false',
  object: String.raw`\{[\s\S]*\}`,
  array: String.raw`\[[\s\S]*\]`,
};

const ANYTHING = [FORMS.string, FORMS.number, FORMS.boolean, FORMS.object, FORMS.array, 'null'];

/** The pattern of the JSON texts of `schema`. `resolve` follows a `$ref`. */
export function jsonTextPattern(schema, resolve) {
  const forms = [...new Set(formsOf(schema, resolve))];
  const space = String.raw`[ \t\r\n]*`;
  return `^${space}(?:${forms.join('|')})${space}$`;
}

function formsOf(schema, resolve) {
  const resolved = resolve(schema);
  const forms = nonNullForms(resolved, resolve);
  return resolved.nullable ? [...forms, 'null'] : forms;
}

function nonNullForms({ type, enum: values, oneOf, anyOf, allOf }, resolve) {
  if (values) return values.map((value) => literal(value, type));
  const choices = oneOf ?? anyOf;
  if (choices) return choices.flatMap((choice) => formsOf(choice, resolve));
  if (type) return [formOfType(type)];
  // All parts hold, so any one of them is a pattern that refuses nothing valid.
  if (allOf) return allOf.map((part) => formsOf(part, resolve)).find((forms) => forms !== ANYTHING) ?? ANYTHING;
  return ANYTHING;
}

function formOfType(type) {
  if (!FORMS[type]) throw new Error(`Not a type of OpenAPI 3.0: ${JSON.stringify(type)}`);
  return FORMS[type];
}

function literal(value, type) {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return isPlain(value) ? `"${value.replaceAll('.', '\\.')}"` : FORMS.string;
  if (typeof value === 'number') return type === 'integer' && Number.isSafeInteger(value) ? String(value) : NUMBER;
  return Array.isArray(value) ? FORMS.array : FORMS.object;
}

/** Whether every encoder writes the text alike. PHP's, for one, escapes slashes and letters with accents. */
function isPlain(text) {
  return /^[\w .,:-]*$/.test(text);
}
