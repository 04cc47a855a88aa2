// npm-ci.mjs FOLDER: makes FOLDER/node_modules match FOLDER/package-lock.json, and does nothing if it does.
// Runs before anything is installed, so it depends on nothing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

// No install scripts: none of the tools needs one, and some packages use theirs to report home.
const COMMAND = 'npm ci --prefer-offline --no-audit --no-fund --ignore-scripts --include=dev --loglevel=error';

/** Whether `version` is in `range`: alternatives (`||`) of comparators (`>=20.19 <21`), enough for `engines`. */
function satisfies(version, range) {
  const holds = (comparator) => {
    const match = /^(>=|<)(\d+(?:\.\d+){0,2})$/.exec(comparator);
    if (!match) fail(`Cannot read "${comparator}" in engines.node. Write it with >= and < only, such as >=20.19 <21.`);
    const atLeast = compare(version, match[2]) >= 0;
    return match[1] === '>=' ? atLeast : !atLeast;
  };
  return range.split('||').some((alternative) => alternative.trim().split(/\s+/).every(holds));
}

function compare(left, right) {
  const [a, b] = [left, right].map((version) => version.split('.').map(Number));
  const differing = [0, 1, 2].find((i) => (a[i] ?? 0) !== (b[i] ?? 0));
  return differing === undefined ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}

function fail(message) {
  console.error(`npm-ci: ${message}`);
  process.exit(1);
}

/** Changes with the lockfile, and with package.json since `npm ci` refuses a pair that does not fit. */
function fingerprint(folder) {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

const folder = resolve(process.argv[2] ?? fail('Name the folder of a package-lock.json.'));
const name = basename(folder);
if (!existsSync(join(folder, 'package-lock.json'))) fail(`No package-lock.json in ${folder}.`);

const { engines } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
if (engines?.node && !satisfies(process.versions.node, engines.node)) {
  fail(
    `${name} needs Node ${engines.node}, but ${process.execPath} is ${process.versions.node}. ` +
      'Install a newer one (https://nodejs.org/en/download) or put it first on the PATH.',
  );
}

// npm ci deletes node_modules first, so the stamp is there only after an installation that went well.
const stamp = join(folder, 'node_modules', '.lockfile-sha256');
const wanted = fingerprint(folder);
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
  console.log(`${name}: node_modules is up to date`);
} else {
  const start = Date.now();
  // Through a shell, since npm is npm.cmd on Windows. What npm has to say apart from errors is noise here.
  const { status } = spawnSync(COMMAND, { cwd: folder, shell: true, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) fail(`"${COMMAND}" failed in ${folder} (see above). It needs npm, and a registry or a filled cache.`);
  mkdirSync(dirname(stamp), { recursive: true }); // npm makes no empty one
  writeFileSync(stamp, wanted);
  console.log(`${name}: node_modules installed in ${Math.round((Date.now() - start) / 1000)} s`);
}
