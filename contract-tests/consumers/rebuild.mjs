// rebuild.mjs ROOT FOLDER [MAVEN ARGUMENT...]: builds the sources of ROOT a second time, in FOLDER, in another time zone
// and language, and fails unless all jars and partner bundles are, byte by byte, those that are in ROOT.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const MADE = new Set(['target', 'node_modules', '.git']);
const [root, copy] = process.argv.slice(2, 4).map((folder) => resolve(folder));
const env = { ...process.env, TZ: 'Pacific/Chatham', LC_ALL: 'C' };

function run(command, args) {
  const { status, error } = spawnSync(command, args, { env, stdio: ['ignore', 'inherit', 'inherit'], shell: false });
  if (status !== 0) fail(`"${command} ${args.join(' ')}" failed: ${error?.message ?? `exit code ${status}`}.`);
}

function fail(message) {
  console.error(`rebuild: ${message}`);
  process.exit(1);
}

/** The files below `folder` with this ending; only those of folders named target. */
function made(folder, ending) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [];
    if (entry.name !== 'target') return MADE.has(entry.name) || entry.name === 'src' ? [] : made(path, ending);
    return readdirSync(path)
      .filter((name) => name.endsWith(ending))
      .map((name) => join(path, name));
  });
}

/** Not cpSync, which refuses to copy a folder into one of its own. */
function copySources(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (MADE.has(entry.name)) continue;
    if (entry.isDirectory()) copySources(join(from, entry.name), join(to, entry.name));
    else copyFileSync(join(from, entry.name), join(to, entry.name));
  }
}

rmSync(copy, { recursive: true, force: true });
copySources(root, copy);
const start = Date.now();
run('mvn', [
  '-B', '-q', '-f', join(copy, 'pom.xml'), 'package', '-pl', 'contract-tests/consumers,contract-tests/prism-junit', '-am',
  '-DskipTests', '-Dspecs.check.skip', '-Dspotless.check.skip', '-Denforcer.skip', '-Dexec.skip', '-Dconsumers.skip', ...process.argv.slice(4),
]);
symlinkSync(join(root, 'specs', 'node_modules'), join(copy, 'specs', 'node_modules'), 'dir');
for (const specs of [join(root, 'specs'), join(copy, 'specs')]) {
  if (specs.startsWith(copy) || !existsSync(join(specs, 'target', 'bundles'))) run('node', [join(specs, 'tools', 'bundle.mjs')]);
}

const bundles = join('specs', 'target', 'bundles');
const again = [
  ...made(copy, '.jar'),
  ...readdirSync(join(copy, bundles)).map((name) => join(copy, bundles, name)),
].map((file) => relative(copy, file));
if (!again.some((file) => file.endsWith('.jar'))) fail('Expected jars but the second build made none.');
const differing = again.filter(
  (file) => !existsSync(join(root, file)) || !readFileSync(join(root, file)).equals(readFileSync(join(copy, file))),
);
for (const file of differing) {
  console.error(
    existsSync(join(root, file))
      ? `rebuild: ${file} differs from the one of the second build in ${copy}.`
      : `rebuild: ${file} came out of the second build only. Build both with the same profiles.`,
  );
}
const seconds = Math.round((Date.now() - start) / 1000);
console.log(`rebuild: ${again.length - differing.length} of ${again.length} files are the same, built in ${seconds} s`);
process.exit(differing.length === 0 ? 0 : 1);
