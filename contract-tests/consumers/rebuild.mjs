// rebuild.mjs ROOT FOLDER [MAVEN ARGUMENT...]: builds the sources of ROOT a second time, in FOLDER, in another time zone
// and language, and fails unless it gives the jars, bills of materials, partner bundles and portal that are in ROOT, byte by
// byte, and no others.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compare } from './made.mjs';

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

const { files, differences } = compare(root, copy);
for (const difference of differences) console.error(`rebuild: ${difference}`);
const seconds = Math.round((Date.now() - start) / 1000);
console.log(`rebuild: ${files} files compared, ${differences.length} differences, built in ${seconds} s`);
process.exitCode = differences.length === 0 ? 0 : 1;
