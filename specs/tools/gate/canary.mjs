// A gate that lets everything pass looks like one with nothing to report. So each run starts with a pair of
// documents that every reader has to refuse.
import { fileURLToPath } from 'node:url';
import { READERS, compareFiles } from './compare.mjs';

const file = (name) => fileURLToPath(new URL(`canary/${name}.yaml`, import.meta.url));

export async function tryCanary(released = file('released'), working = file('working')) {
  const { changes, problem } = await compareFiles(released, working);
  const blind = READERS.filter(
    (reader) => !changes.some((found) => found.reader === reader && found.impact === 'major'),
  );
  if (blind.length > 0 || !problem) {
    throw new Error(
      `The gate is blind: ${blind.join(', ') || 'the check of the version'} found nothing breaking in ${working}. ` +
        'Look at tools/gate/redocly.yaml (it extends diff-recommended) and at the last change in tools/gate.',
    );
  }
}
