// Both readers, one verdict.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { worst } from './impact.mjs';
import { linesOf } from './lines.mjs';
import { isObject } from './node.mjs';
import { compareByRedocly } from './redocly.mjs';
import { OWN_CHECKS, compareStructure } from './structure.mjs';
import { same } from './values.mjs';
import { versionProblem } from './version.mjs';

export const READERS = ['redocly', 'structure', 'own'];

/**
 * What changed between two files: `changes` with impact, reader, place and message; `texts`, the places where only
 * texts, examples or the order of things differ; `impact`, the part of the version that has to rise; `problem`, set
 * if it did not rise enough.
 */
export async function compareFiles(releasedFile, workingFile) {
  const texts = [releasedFile, workingFile].map((file) => readFileSync(file, 'utf8'));
  const [released, working] = texts.map((text) => parse(text));
  const versions = { released: released.info.version, working: working.info.version };
  if (texts[0] === texts[1]) return verdict(versions, 'none', [], []);

  const [oldLine, newLine] = texts.map(linesOf);

  const changes = [
    ...(await compareByRedocly(releasedFile, workingFile)).map((found) => ({ reader: 'redocly', ...found })),
    ...compareStructure(released, working).map((found) => ({
      reader: OWN_CHECKS.has(found.rule) ? 'own' : 'structure',
      ...found,
    })),
  ].map((found) => ({ ...found, line: (found.side === 'released' ? oldLine : newLine)(found.pointer) }));

  const places = otherPlaces(released, working, changes);
  const impact = worst([...changes.map((found) => found.impact), places.length > 0 ? 'patch' : 'none']);
  return verdict(versions, impact, changes, places);
}

const verdict = (versions, impact, changes, texts) => ({
  ...versions,
  impact,
  changes,
  texts,
  problem: versionProblem({ ...versions, impact }),
});

function otherPlaces(released, working, changes) {
  const judged = changes.map(({ pointer }) => pointer);
  const isJudged = (pointer) => judged.some((place) => pointer === place || pointer.startsWith(`${place}/`));
  return differences(released, working, '#').filter((pointer) => pointer !== '#/info/version' && !isJudged(pointer));
}

/** Every place where two values differ, the order of keys included: documentation and generated code follow it. */
function differences(before, after, pointer) {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    const inside = keys.flatMap((key) =>
      differences(before[key], after[key], `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    );
    return inside.length > 0 ? inside : [pointer];
  }
  const lists = Array.isArray(before) && Array.isArray(after) && before.length === after.length && !same(before, after);
  return lists ? before.flatMap((item, i) => differences(item, after[i], `${pointer}/${i}`)) : [pointer];
}
