// What a change costs the people on the other side, as the part of the version that has to rise.

const ORDER = ['none', 'patch', 'minor', 'major'];

export const atLeast = (impact, other) => ORDER.indexOf(impact) >= ORDER.indexOf(other);
export const worst = (impacts) => impacts.reduce((a, b) => (atLeast(a, b) ? a : b), 'none');

/**
 * Who sends decides what hurts. A place where the partner sends must go on accepting what it accepted; a place
 * where the partner reads must not hold what the released document ruled out.
 * `relation` is what became of the set of allowed values: same, narrower, wider or other (neither contains the other).
 */
export function impactOf(relation, direction) {
  if (relation === 'same') return 'none';
  if (relation === 'other') return 'major';
  const hurts = { sent: 'narrower', read: 'wider' }[direction];
  return relation === hurts ? 'major' : 'minor';
}

/** A finding. `side` says in which of the two documents its place stands. */
export const change = (impact, rule, node, message, side = 'working') => ({
  impact,
  rule,
  pointer: node.pointer,
  side,
  message,
});
export const gone = (rule, node, message) => change('major', rule, node, message, 'released');
