// Whether info.version rose enough for what changed.
import { atLeast } from './impact.mjs';

const PARTS = ['major', 'minor', 'patch'];

export function parseVersion(text) {
  const match = typeof text === 'string' && /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(text);
  return match ? match.slice(1).map(Number) : undefined;
}

export const notAVersion = (found) =>
  `info.version is ${JSON.stringify(found)}. Write it as MAJOR.MINOR.PATCH, such as 1.2.0.`;

/** The first part that differs: major, minor or patch, none if no part does, lowered if it fell. */
export function raised(released, working) {
  const [from, to] = [released, working].map(parseVersion);
  const first = from.findIndex((number, i) => number !== to[i]);
  if (first < 0) return 'none';
  return to[first] > from[first] ? PARTS[first] : 'lowered';
}

/** The lowest version that a change of this impact may carry. */
export function nextVersion(released, impact) {
  const part = PARTS.indexOf(impact);
  if (part < 0) return released;
  return parseVersion(released)
    .map((number, i) => (i < part ? number : i === part ? number + 1 : 0))
    .join('.');
}

/** What is wrong with the version, and what to do; undefined if nothing is. */
export function versionProblem({ released, working, impact }) {
  const broken = [released, working].find((version) => !parseVersion(version));
  if (broken !== undefined) return notAVersion(broken);
  const rose = raised(released, working);
  if (rose === 'lowered')
    return `info.version fell from ${released} to ${working}. Set it to ${nextVersion(released, impact)} or higher.`;
  if (atLeast(rose, impact)) return undefined;
  const found = {
    major: 'Breaking changes',
    minor: 'Additions, or changes that callers can ignore,',
    patch: 'Only texts, examples or the order of things changed. They',
  }[impact];
  const undo = impact === 'major' ? 'If they are not meant, undo them. If they are, set' : 'Set';
  const now = rose === 'none' ? `it is still ${working}` : `${released} to ${working} raises only the ${rose} version`;
  return `${found} need a raised ${impact} version, and ${now}. ${undo} info.version to ${nextVersion(released, impact)}.`;
}
