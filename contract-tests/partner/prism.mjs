import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { prismTool, repository } from './bundles.mjs';

const CLI = prismTool.resolve('@stoplight/prism-cli');
const STRICT = join(repository, 'contract-tests/prism-junit/src/main/resources/dev/specwright/prism/strict/server.mjs');
const LONGEST = 60_000;

/** Starts the plain Prism command line on `document`; returns `{url, stop}`. */
export function startPrism(document) {
  return start([CLI], document);
}

/** Starts the strict server of prism-junit on `document`, which is the one that was published. */
export function startStrictPrism(document) {
  return start([STRICT, CLI], document);
}

async function start(program, document) {
  const options = ['mock', '-m', 'false', '--errors', '-h', '127.0.0.1', '-p', '0', document];
  const prism = spawn(process.execPath, [...program, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const url = await new Promise((resolve, reject) => {
    const failed = (why) => {
      prism.kill();
      reject(new Error(`Prism ${why} with ${document}:\n${said}`));
    };
    const timer = setTimeout(() => failed('did not start in a minute'), LONGEST);
    const read = (chunk) => {
      said += chunk;
      const [, address] = /listening on (http:\/\/127\.0\.0\.1:[1-9]\d*)/.exec(said) ?? [];
      if (address) {
        clearTimeout(timer);
        resolve(address);
      }
    };
    prism.stdout.on('data', read);
    prism.stderr.on('data', read);
    prism.on('exit', (code) => failed(`ended with ${code}`));
  });
  const stop = async () => {
    prism.removeAllListeners('exit');
    const end = once(prism, 'exit');
    prism.kill();
    await end;
  };
  return { url, stop };
}
