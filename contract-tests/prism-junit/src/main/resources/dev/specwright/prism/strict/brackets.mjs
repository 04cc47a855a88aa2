// Nested values as PHP writes them into a form: `ticket[name]=..`, `ticket[assigned_to][0]=1`, `ticket[tags][]=red`.
const NAME = /^([^[\]]+)((?:\[[^[\]]*\])+)$/;
// PHP's own limit.
const DEEPEST = 64;
const INDEX = /^[0-9]+$/;
const TOO_DEEP = { code: 'depth', message: `must not be in more than ${DEEPEST} brackets` };

/** The steps of `ticket[assigned_to][0]`: `ticket`, `assigned_to` and `0`; undefined for a name of another form. */
export function bracketPath(name) {
  const [, first, rest] = NAME.exec(name) ?? [];
  return first && [first, ...rest.slice(1, -1).split('][')];
}

/**
 * Puts the pairs of one field together. Returns the value, a text or a Map of values, and what is wrong as a list of
 * `{path, code, message}`.
 */
export function nested(pairs) {
  const field = new Map();
  const problems = [];
  for (const [name, text] of pairs) {
    const path = bracketPath(name) ?? [name];
    const problem = path.length > DEEPEST ? TOO_DEEP : put(field, path, text);
    if (problem) problems.push({ path: path.slice(0, DEEPEST), ...problem });
  }
  return { ...(field.size > 0 && { value: [...field.values()][0] }), problems };
}

function put(parent, [step, ...rest], text) {
  // As PHP does: brackets with nothing in them append.
  const key = step === '' ? String(nextIndex(parent)) : step;
  const found = parent.get(key);
  if (rest.length === 0) {
    if (found !== undefined) return { code: 'duplicate', message: 'must be there only once' };
    parent.set(key, text);
    return undefined;
  }
  if (typeof found === 'string') return { code: 'duplicate', message: 'must not be a member of what has a value of its own' };
  if (!found) parent.set(key, new Map());
  return put(parent.get(key), rest, text);
}

function nextIndex(parent) {
  return Math.max(-1, ...[...parent.keys()].filter((key) => INDEX.test(key)).map(Number)) + 1;
}

/** Whether the members are those of a list. Gaps between the numbers do not matter. */
export function isList(members) {
  return members.size > 0 && [...members.keys()].every((key) => INDEX.test(key));
}

/** The values of a list in the order of their numbers. */
export function listed(members) {
  return [...members].sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value);
}
