// Texts that stand for numbers, booleans and strings.
const INTEGER = /^-?[0-9]+$/;
const NUMBER = /^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;
const BOOLEAN = /^(true|false)$/;

/**
 * Returns a function from a text and its schema to the value that was meant. A text that stands for nothing that the
 * schema takes stays a text, which its check then refuses.
 */
export function scalars(shapeOf, check) {
  return function scalar(text, schema) {
    const all = readings(text, shapeOf(schema).types);
    return all.length === 1 ? all[0] : (all.find((value) => check(schema)(value).length === 0) ?? all[0]);
  };
}

/** The values that a text may stand for where several types are taken, the text itself last. */
function readings(text, types) {
  const number = (types.has('integer') && INTEGER.test(text)) || (types.has('number') && NUMBER.test(text));
  const boolean = types.has('boolean') && BOOLEAN.test(text);
  return [...(number ? [Number(text)] : []), ...(boolean ? [text === 'true'] : []), text];
}
