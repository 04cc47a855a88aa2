// Starts the program as a person does, runs the lines that it prints, ends it, and looks for what is left.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { documents, specs } from '../../specs/tools/documents.mjs';
import { calls, curl, works } from './calls.mjs';
import { freePorts, isFree } from './ports.mjs';

const PROGRAM = fileURLToPath(new URL('mock.mjs', import.meta.url));
const LONGEST = 120_000;
const hasCurl = spawnSync('curl', ['--version'], { stdio: 'ignore' }).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'mock-test-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const PETS = `
openapi: 3.0.3
info: {title: Pets, version: '1'}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    login: {type: http, scheme: basic}
    token: {type: http, scheme: bearer}
    cookie: {type: apiKey, in: cookie, name: session}
paths:
  /owners/{owner}:
    get:
      parameters: [{name: owner, in: path, required: true, schema: {type: string, pattern: "^o-[0-9]{3}$"}}]
      responses: {'200': {description: No example of this owner.}}
  /pets/{id}:
    get:
      security: [{key: [], login: [], cookie: []}, {token: []}]
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer, minimum: 5}}
        - {name: say, in: query, required: true, schema: {type: string}, example: "it's {a} [b] ü&c"}
        - {name: trace, in: header, required: true, schema: {enum: [full]}}
        - {name: optional, in: query, schema: {type: string, enum: [never]}, example: wrong}
      responses:
        '200':
          description: A pet.
          content: {application/json: {schema: {type: object}, example: {name: Rex}}}
`;

/** The program, once it has shown all; `lines` are the curl lines by name. */
async function start(...args) {
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += chunk));
  const ended = once(child, 'exit');
  const shown = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Not ready in time:\n${said}${errors}`)), LONGEST);
    child.stdout.on('data', (chunk) => {
      said += chunk;
      if (!said.includes('until Ctrl-C')) return;
      clearTimeout(timer);
      resolve();
    });
    ended.then(([code]) => {
      clearTimeout(timer);
      reject(new Error(`Ended with ${code}:\n${said}${errors}`));
    });
  });
  const output = () => said;
  return { child, ended, shown, output, errors: () => errors };
}

function mocksOf(output) {
  const shown = output.matchAll(/^(\S+): (http:\/\/127\.0\.0\.1:\d+) +\(another port: -Dmock="?([^\s"]+):(\d+)"?\)\n {2}(.*)$/gm);
  return [...shown].map(([, name, url, other, port, line]) => ({ name, url, other, port: Number(port), line }));
}

/** The status of an answer; without curl the line is read and sent by other means. */
async function statusOf(line) {
  assert.match(line, /^curl -sS -g .*'$/);
  if (hasCurl && process.platform !== 'win32') {
    const { stdout, stderr } = spawnSync('sh', ['-c', `${line} -o /dev/null -w '%{http_code}'`], { encoding: 'utf8' });
    return Number(stdout) || assert.fail(stderr);
  }
  const words = [...line.matchAll(/(?:'(?:[^']|'\\'')*'|[^\s'])+/g)].map(([word]) => word.replace(/^'|'$/g, '').replaceAll("'\\''", "'"));
  const headers = {};
  let [method, body] = ['GET'];
  for (let i = 3; i < words.length - 1; i += 2) {
    const value = words[i + 1];
    if (words[i] === '-X') method = value;
    else if (words[i] === '-u') headers.Authorization = `Basic ${Buffer.from(value).toString('base64')}`;
    else if (words[i] === '-d') [method, body] = [method === 'GET' ? 'POST' : method, value];
    else headers[value.split(': ', 1)[0]] = value.split(': ').slice(1).join(': ');
  }
  return (await fetch(words.at(-1), { method, headers, body })).status;
}

const portOf = (url) => Number(new URL(url).port);

/** Whether nobody listens there any more. A process that is left would. */
async function untilFree(url) {
  const end = Date.now() + 30_000;
  while (!(await isFree(portOf(url)))) {
    if (Date.now() > end) assert.fail(`A Prism is left at ${url}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('all mocks start with a line that works, and Ctrl-C leaves none', { timeout: LONGEST * 2 }, async () => {
  const { child, ended, shown, output } = await start('all');
  try {
    await shown;
    const mocks = mocksOf(output());
    assert.deepEqual(mocks.map(({ name }) => name), documents().map(({ api }) => api));
    assert.deepEqual(mocks.map(({ other }) => other), mocks.map(({ name }) => name));
    const ports = mocks.map(({ port }) => port);
    assert.equal(new Set(ports).size, mocks.length, `the same port for two: ${ports.join(', ')}`);
    for (const port of ports) assert.ok(await isFree(port), `${port} is taken`);
    for (const { name, line } of mocks) assert.equal(Math.floor((await statusOf(line)) / 100), 2, `${name}: ${line}`);
    child.kill('SIGINT');
    await ended;
    for (const { url } of mocks) await untilFree(url);
  } finally {
    child.kill('SIGKILL');
  }
});

test('a killed program leaves no Prism', { timeout: LONGEST * 2 }, async () => {
  const { child, ended, shown, output } = await start(documents()[0].api);
  try {
    await shown;
    const [{ url }] = mocksOf(output());
    assert.equal(await isFree(portOf(url)), false);
    child.kill('SIGKILL');
    await ended;
    await untilFree(url);
  } finally {
    child.kill('SIGKILL');
  }
});

test('a killed program leaves no strict Prism', { timeout: LONGEST * 2 }, async () => {
  writeFileSync(join(folder, 'pets.yaml'), PETS);
  const module = new URL('prism.mjs', import.meta.url);
  const program = `import { startPrism } from '${module}';\nconsole.log((await startPrism('pets.yaml', { strict: true })).url);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  try {
    const [said] = await once(child.stdout, 'data');
    const url = String(said).trim();
    assert.equal(await isFree(portOf(url)), false);
    child.kill('SIGKILL');
    await ended;
    await untilFree(url);
  } finally {
    child.kill('SIGKILL');
  }
});

test('own document, with credentials and values that are hard to quote, at the chosen port', { timeout: LONGEST * 2 }, async () => {
  writeFileSync(join(folder, 'pets.yaml'), PETS);
  const { value: port } = await freePorts().next();
  const { child, ended, shown, output } = await start(`pets.yaml:${port}`);
  try {
    await shown;
    const [{ name, url, line }] = mocksOf(output());
    assert.equal(name, 'pets.yaml');
    assert.equal(url, `http://127.0.0.1:${port}`);
    assert.equal(
      line,
      "curl -sS -g -u 'example-user:example-password' -H 'trace: full' -H 'X-Key: example-X-Key' -H 'Cookie: session=example-session'" +
        ` '${url}/pets/5?say=it%27s+%7Ba%7D+%5Bb%5D+%C3%BC%26c'`,
    );
    assert.equal(await statusOf(line), 200);
    // What ends a plain Prism only restarts it here.
    const [call] = calls(createRequire(join(specs, 'package.json'))('yaml').parse(PETS), url);
    assert.equal(await works({ ...call, headers: { ...call.headers, Accept: 'foo' } }), false);
    const end = Date.now() + 60_000;
    while (!output().includes('it was started again') && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(await statusOf(line), 200);
    child.kill('SIGTERM');
    await ended;
    await untilFree(url);
  } finally {
    child.kill('SIGKILL');
  }
});

test('a taken port, a missing document and a document that Prism refuses are reported, and end all mocks', { timeout: LONGEST * 2 }, async (t) => {
  const taken = createServer().listen(0, '127.0.0.1');
  t.after(() => taken.close());
  await once(taken, 'listening');
  const [{ api }] = documents();
  writeFileSync(join(folder, 'none.yaml'), "openapi: 3.0.3\ninfo: {title: None, version: '1'}\npaths: {}\n");
  writeFileSync(join(folder, 'pets.yaml'), PETS);
  const { port } = taken.address();
  const { value: free } = await freePorts().next();
  const cases = [
    [`${api}:${port}`, new RegExp(`^mock: ${api} cannot have port ${port}, which is taken\\. Port \\d+ is free: -Dmock=${api}:\\d+\\n$`)],
    [`pets.yaml:${free},${api}:${free}`, new RegExp(`^mock: (pets\\.yaml|${api}) cannot have port ${free}, which is taken\\. Port (?!${free})`)],
    ['no/such.yaml', new RegExp(`^mock: Found no document "no/such.yaml". Name ${documents().map(({ api: each }) => each).join(', ')}, or the path`)],
    [`${api}:65536`, /^mock: Expected a port up to 65535 but found 65536\.\n$/],
    ['none.yaml', /^mock: Prism ended with 1 .*No operations found/s],
  ];
  for (const [argument, message] of cases) {
    const { child, ended, shown, errors } = await start(argument);
    await assert.rejects(shown);
    assert.deepEqual(await ended, [1, null]);
    assert.match(errors(), message);
    child.kill('SIGKILL');
  }
});

test('a line for a body is quoted for a shell', () => {
  const call = { method: 'PUT', url: 'http://a/b', headers: { 'Content-Type': 'application/json' }, body: `{"a":"it's"}` };
  assert.equal(curl(call), `curl -sS -g -X PUT -H 'Content-Type: application/json' -d '{"a":"it'\\''s"}' 'http://a/b'`);
  assert.equal(curl({ ...call, method: 'POST' }).includes('-X'), false);
});

test('an operation whose values the document does not know is passed over, and no call is not a success', async () => {
  const body = { required: true, content: { 'text/csv': { schema: { type: 'string' } } } };
  const document = { paths: { '/a': { post: { requestBody: body, responses: {} }, delete: { responses: {} } } } };
  assert.deepEqual([...calls(document, 'http://127.0.0.1:9')].map(({ method }) => method), ['DELETE']);
  assert.equal(await works({ method: 'GET', url: 'http://127.0.0.1:9/', headers: {}, body: null }), false);
});
