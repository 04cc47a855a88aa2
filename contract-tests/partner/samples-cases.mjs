// Runs every sample of a bundle as a partner would, in the languages that are installed; the others are reported as skipped.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { here, MOCK, RECEIVER, settings } from './bundles.mjs';
import { startReceiver } from './receiver.mjs';

const php = phpProblem();
const curl = missing('sh', '-c', 'curl --version') && 'curl is not installed';
const openssl = curl || (missing('openssl', 'version') && 'openssl is not installed');

function missing(command, ...args) {
  return spawnSync(command, args).status !== 0;
}

function phpProblem() {
  const { status, stdout } = spawnSync('php', ['-m'], { encoding: 'utf8' });
  if (status !== 0) return 'php is not installed';
  return /^curl$/m.test(stdout) ? false : 'php has no extension curl';
}

/** The operations with a sample. Those of a webhook talk to a receiver and not to the mock. */
function sampled(folder, document) {
  const webhooks = Object.values(document['x-webhooks'] ?? {}).flatMap(Object.values).map(({ operationId }) => operationId);
  const ids = readdirSync(join(folder, 'samples')).filter((name) => name.endsWith('.sh')).map((name) => name.slice(0, -3));
  return { calls: ids.filter((id) => !webhooks.includes(id)), webhooks: ids.filter((id) => webhooks.includes(id)) };
}

// Not spawnSync: a receiver in this process has to go on answering.
async function run(command, args, cwd, env) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  child.stdout.on('data', (chunk) => (text += chunk));
  child.stderr.on('data', (chunk) => (text += chunk));
  const status = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
  return { status, text };
}

async function succeeds(command, args, cwd, env) {
  const { status, text } = await run(command, args, cwd, env);
  assert.equal(status, 0, `${command} ${args.join(' ')} failed:\n${text}`);
  return text;
}

export function sampleCases({ folder, document }, mock, strictMock) {
  describe('Samples', () => {
    const { calls, webhooks } = sampled(folder, document);
    callTests('the mock', mock, folder, calls);
    callTests('the strict mock', strictMock, folder, calls);
    for (const id of webhooks) webhookTests(id, folder);
  });
}

function callTests(name, mock, folder, ids) {
  describe(`sent to ${name}`, () => {
    const cwd = join(folder, 'samples');
    const env = () => settings(folder, { [MOCK]: mock.url });
    for (const id of ids) {
      test(`${id} in curl is accepted`, { skip: curl }, () => succeeds('sh', [`${id}.sh`], cwd, env()));
      test(`${id} in PHP is accepted`, { skip: php }, () => succeeds('php', [`${id}.php`], cwd, env()));
    }
  });
}

function webhookTests(id, folder) {
  const cwd = join(folder, 'samples');

  test(`${id} in curl sends a call whose signature holds`, { skip: openssl }, async () => {
    const receiver = await startReceiver('example-webhook-secret');
    try {
      await succeeds('sh', [`${id}.sh`], cwd, settings(folder, { [RECEIVER]: receiver.url }));
      assert.equal(receiver.accepted.length, 1);
    } finally {
      await receiver.stop();
    }
  });

  test(`${id} in curl with another secret is refused`, { skip: openssl }, async () => {
    const receiver = await startReceiver('another-secret');
    try {
      const { status } = await run('sh', [`${id}.sh`], cwd, settings(folder, { [RECEIVER]: receiver.url }));
      assert.equal(status, 22, 'curl --fail ends with 22 on a status of 400 and more');
    } finally {
      await receiver.stop();
    }
  });

  test(`${id} in PHP accepts the call of the curl sample and no other`, { skip: php || openssl }, async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const env = settings(folder, { [RECEIVER]: url });
    const server = spawn('php', ['-S', `127.0.0.1:${port}`, `${id}.php`], { cwd, env: { ...process.env, ...env }, stdio: 'ignore' });
    try {
      await answering(url);
      await succeeds('sh', [`${id}.sh`], cwd, env);
      const forged = await run('sh', [`${id}.sh`], cwd, { ...env, ICOMMKT_SURVEY_WEBHOOK_SECRET: 'another-secret' });
      assert.equal(forged.status, 22);
    } finally {
      server.kill();
    }
  });
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.on('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answering(url) {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await fetch(url).then(() => true, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing answers at ${url}`);
}

/** With the bundle of smartQ, as the samples in `fixtures` are. */
export function spoiltSampleCases({ folder }, mock) {
  describe('A sample with a mistake', () => {
    for (const mistake of ['no-client-id', 'no-step']) {
      test(`is refused: ${mistake}`, { skip: curl }, async () => {
        const env = settings(folder, { [MOCK]: mock.url });
        const { status } = await run('sh', [join(here, 'fixtures', `${mistake}.sh`)], folder, env);
        assert.equal(status, 22);
      });
    }
  });
}
