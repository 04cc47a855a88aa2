/** x-boolean marks exactly the values 0 and 1 (and null). */
export default function* check(document) {
  for (const { value, path } of document.ofKind('schema')) {
    if (!value['x-boolean']) continue;
    const expected = value.nullable ? '[0,1,null]' : '[0,1]';
    if (JSON.stringify(value.enum) === expected) continue;
    yield {
      path,
      found: `x-boolean stands at an integer with ${value.enum ? `enum: ${JSON.stringify(value.enum)}` : 'no enum'}.`,
      remedy: `Write enum: ${expected}.`,
    };
  }
}
