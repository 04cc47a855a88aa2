// Makes the working document the last released one.
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { specs } from '../documents.mjs';
import { judge, releasedFile } from './judge.mjs';
import { summary } from './report.mjs';
import { parseVersion } from './version.mjs';

/**
 * Copies the document to `released/`, and refuses what the gate refuses.
 * `replace` takes a changed document under the version of the last release, as long as nobody has got that.
 */
export async function release(document, { folder = specs, replace = false } = {}) {
  const result = await judge(document, folder);
  const target = releasedFile(document.api, folder);
  const first = !existsSync(target);
  if (first) {
    if (!parseVersion(result.working)) throw new Error(result.problem);
  } else {
    const again = result.released === result.working;
    if (again && readFileSync(target).equals(readFileSync(document.file)))
      return `${document.api} ${result.working} is released already`;
    if (result.problem && !(replace && again)) {
      const hint = again
        ? `\n  Has nobody got ${result.released} yet? Then: npm run release -- ${document.api} --replace`
        : '';
      throw new Error(summary(result) + hint);
    }
  }
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(document.file, target);
  return first || result.released !== result.working
    ? `${document.api} ${result.working} is released`
    : `${document.api} ${result.working} is replaced`;
}
