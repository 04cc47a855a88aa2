// Mocks for a person: starts a Prism for each document and keeps them until Ctrl-C.
//   node mock.mjs                        all documents of this repository, on free ports
//   node mock.mjs mysmark:4010,smartq    these, the first one on port 4010
//   node mock.mjs path/to/openapi.yaml   somebody's own
// `mvn -Pmock -Dmock=...` in the root does the same and needs nothing installed before.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { documents, specs } from '../../specs/tools/documents.mjs';
import { calls, curl, works } from './calls.mjs';
import { freePorts } from './ports.mjs';
import { startPrism } from './prism.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const variants = join(here, 'target', 'prism');
const prisms = new Set();
const free = freePorts();
const freePort = async () => (await free.next()).value;

/** What an argument asks for, as `{name, file, port, own}`; `own` documents are those of this repository. */
function wanted(text) {
  const known = documents();
  if (!text || text === 'all') return known.map(({ api, file }) => ({ name: api, file, port: 0, own: true }));
  return text.split(',').map((part) => {
    const [, name, port = '0'] = /^\s*(.*?)(?::(\d+))?\s*$/.exec(part);
    if (Number(port) > 65535) fail(`Expected a port up to 65535 but found ${port}.`);
    const own = known.find(({ api }) => api === name);
    if (own) return { name, file: own.file, port: Number(port), own: true };
    const file = resolve(name);
    if (!existsSync(file) || !statSync(file).isFile()) {
      fail(`Found no document "${name}". Name ${known.map(({ api }) => api).join(', ')}, or the path of an OpenAPI document.`);
    }
    return { name, file, port: Number(port), own: false };
  });
}

function fail(message) {
  console.error(`mock: ${message}`);
  end(1);
}

function end(status) {
  for (const prism of prisms) prism.stop();
  process.exit(status);
}

function run(...command) {
  const { status } = spawnSync(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) fail(`"node ${command.join(' ')}" failed (see above).`);
}

/** Installs what is missing; takes no time where nothing is. */
function install() {
  for (const tools of [specs, dirname(here)]) run(join(specs, 'tools', 'npm-ci.mjs'), tools);
}

/** Writes what Prism is started with: plain Prism refuses valid requests of our documents, see specs/README.md. */
function writeVariants() {
  const written = join(here, 'target', String(process.pid));
  run(join(specs, 'tools', 'prism-variant.mjs'), '--all', written);
  // Renamed, so that a mock that starts at the same time never reads half a file.
  mkdirSync(variants, { recursive: true });
  for (const name of readdirSync(written)) renameSync(join(written, name), join(variants, name));
  rmdirSync(written);
}

async function start({ name, file, port, own }) {
  try {
    const restarted = (why) => {
      if (why) fail(`${name} could not be started again. ${why}`);
      console.log(`\n${name}: a malformed request ended Prism; it was started again.`);
    };
    return await startPrism(own ? join(variants, `${name}.yaml`) : file, { port, restarted });
  } catch (e) {
    if (!e.message.includes('EADDRINUSE')) throw e;
    const other = await freePort();
    throw new Error(`${name} cannot have port ${port}, which is taken. Port ${other} is free: -Dmock=${name}:${other}`);
  }
}

async function serve(mock) {
  const prism = await start(mock);
  prisms.add(prism);
  const { parse } = createRequire(join(specs, 'package.json'))('yaml');
  const document = parse(readFileSync(mock.file, 'utf8'));
  for (const call of calls(document, prism.url)) {
    if (await works(call)) return { mock, prism, call };
  }
  return { mock, prism };
}

async function show({ mock: { name, own }, prism, call }) {
  const line = call ? curl(call) : '(no operation can be called with the examples of the document alone)';
  const other = `${name}:${await freePort()}`;
  console.log(`\n${name}: ${prism.url}  (another port: -Dmock=${own ? other : `"${other}"`})\n  ${line}`);
}

/** Maven does not end what it has started if it is killed itself. */
function endWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    let gone = process.ppid !== parent;
    try {
      process.kill(parent, 0);
    } catch (e) {
      gone ||= e.code === 'ESRCH';
    }
    if (gone) end(1);
  }, 500);
}

for (const [signal, number] of [['SIGINT', 2], ['SIGTERM', 15], ['SIGHUP', 1]]) {
  process.on(signal, () => end(128 + number));
}
endWithParent();
const mocks = wanted(process.argv[2]);
install();
if (mocks.some(({ own }) => own)) writeVariants();
try {
  const served = await Promise.all(mocks.map(serve));
  for (const each of served) await show(each);
  console.log('\nThey run until Ctrl-C.');
} catch (e) {
  fail(e.message);
}
