// What a build makes for others - jars, bills of materials, the partner bundles and their portal - and whether two builds
// made the same.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Below these a folder named target holds what is published. */
const MODULES = ['generated-clients', 'customizations', join('contract-tests', 'prism-junit')];
const BUNDLES = [join('specs', 'target', 'bundles'), join('specs', 'target', 'portal')];

/** The files that the build of `root` has made, by their paths in it. */
function made(root) {
  const files = [...MODULES.flatMap((part) => artifacts(join(root, part))), ...BUNDLES.flatMap((part) => all(join(root, part)))];
  return new Set(files.map((file) => relative(root, file)));
}

function artifacts(folder) {
  return entries(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory() || entry.name === 'src') return [];
    if (entry.name !== 'target') return artifacts(path);
    return entries(path)
      .filter(({ name }) => name.endsWith('.jar') || name === 'bom.json')
      .map(({ name }) => join(path, name));
  });
}

function all(folder) {
  return entries(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? all(path) : [path];
  });
}

function entries(folder) {
  return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
}

/** What two builds made differently, as sentences, and how many files there are. */
export function compare(root, again) {
  const [first, second] = [made(root), made(again)];
  const files = [...new Set([...first, ...second])].sort();
  if (!files.some((file) => file.endsWith('.jar'))) return { files: 0, differences: ['Expected jars but found none.'] };
  const differences = files.flatMap((file) => {
    if (!second.has(file)) return `${file} came out of the first build only. Clean before it, since it may be an old one.`;
    if (!first.has(file)) return `${file} came out of the second build only. Build both with the same profiles.`;
    const same = readFileSync(join(root, file)).equals(readFileSync(join(again, file)));
    return same ? [] : `${file} differs from the one of the second build in ${again}.`;
  });
  return { files: files.length, differences };
}
