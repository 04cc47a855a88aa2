// bundle.mjs [FOLDER]: writes what partners get, into target/ or FOLDER.
//   bundles/<api>-<version>.zip   one per API
//   portal/                       the same unpacked, a page that leads to everything, and a zip of all
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { bundleOf } from './bundle/contents.mjs';
import { portalPage } from './bundle/texts.mjs';
import { zip } from './bundle/zip.mjs';
import { documents, specs } from './documents.mjs';

const target = resolve(process.argv[2] ?? join(specs, 'target'));

function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

const start = Date.now();
const bundles = documents().map(bundleOf);
const portal = new Map([['index.html', portalPage(bundles)]]);
const all = new Map();
rmSync(join(target, 'bundles'), { recursive: true, force: true });
for (const { api, name, files } of bundles) {
  const inFolder = [...files].map(([path, content]) => [`${name}/${path}`, content]);
  const zipped = zip(inFolder);
  write(join(target, 'bundles', `${name}.zip`), zipped);
  portal.set(`${name}.zip`, zipped);
  for (const [path, content] of files) portal.set(`${api}/${path}`, content);
  for (const [path, content] of inFolder) all.set(path, content);
}
portal.set('all.zip', zip(all));
rmSync(join(target, 'portal'), { recursive: true, force: true });
for (const [path, content] of portal) write(join(target, 'portal', path), content);
const sizes = bundles.map(({ name, files }) => `${name} (${files.size} files)`).join(', ');
console.log(`bundle: ${sizes} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
