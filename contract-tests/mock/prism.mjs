import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The scripts of prism-junit: a Prism started with them ends when this process ends, however it ends.
const kit = fileURLToPath(new URL('../prism-junit/src/main/resources/dev/specwright/prism/', import.meta.url));
const SCRIPT = ['lifeline.cjs', 'violations.cjs', 'run-prism.cjs'].map((name) => readFileSync(join(kit, name), 'utf8')).join('');
const STRICT = join(kit, 'strict', 'server.mjs');
const LONGEST = 60_000;
const LINES = 15;

/**
 * Starts Prism and returns `{url, stop}`; with `strict`, the one with strict checks. Some malformed requests end Prism;
 * then it is started again at the same address, and `restarted` is called, with the reason if that does not work.
 */
export async function startPrism(document, { port = 0, strict = false, restarted = () => {} } = {}) {
  let stopped = false;
  let running = await launch(document, port, strict);
  const url = running.url;
  const watch = () =>
    running.child.on('exit', async () => {
      if (stopped) return;
      try {
        running = await launch(document, new URL(url).port, strict);
        if (stopped) running.child.kill();
        watch();
        restarted();
      } catch (e) {
        restarted(e.message);
      }
    });
  watch();
  const stop = async () => {
    stopped = true;
    const { child } = running;
    const ended = child.exitCode === null && child.signalCode === null && once(child, 'exit');
    child.kill();
    await ended;
  };
  return { url, stop };
}

function launch(document, port, strict) {
  const cli = createRequire(new URL('../package.json', import.meta.url)).resolve('@stoplight/prism-cli');
  const program = strict ? [STRICT, cli] : [cli];
  const options = ['mock', '-m', 'false', '--errors', '-h', '127.0.0.1', '-p', String(port), document];
  // Prism watches the document and starts again when it changes, on another port if it chose its port itself.
  const env = { ...process.env, FORCE_COLOR: '0', CHOKIDAR_USEPOLLING: 'true', CHOKIDAR_INTERVAL: '2147483647' };
  const child = spawn(process.execPath, ['-e', SCRIPT, '--', ...program, ...options], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  const said = [];
  return new Promise((resolve, reject) => {
    const failed = (why) => {
      child.kill();
      reject(new Error(`Prism ${why} with ${document}. It says:\n  ${said.slice(-LINES).join('\n  ')}`));
    };
    const timer = setTimeout(() => failed('did not start in a minute'), LONGEST);
    const ended = (code) => {
      clearTimeout(timer);
      failed(`ended with ${code}`);
    };
    // Read for as long as it runs: Prism would stand still once a pipe is full.
    const read = (chunk) => {
      said.push(...String(chunk).split('\n').filter((line) => line.trim()));
      said.splice(0, said.length - LINES);
      const [, url] = /listening on (http:\/\/127\.0\.0\.1:[1-9]\d*)/.exec(String(chunk)) ?? [];
      if (!url) return;
      clearTimeout(timer);
      child.off('exit', ended);
      resolve({ child, url });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', ended);
  });
}
