import { spawnSync } from 'node:child_process';
import { specsTool } from './bundles.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];

/** The path of a Chromium: that in CHROMIUM, or one on the PATH; undefined if there is none. */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const look = process.platform === 'win32' ? 'where' : 'which';
  for (const name of NAMES) {
    const { status, stdout } = spawnSync(look, [name], { encoding: 'utf8' });
    if (status === 0) return stdout.split('\n')[0].trim();
  }
  return undefined;
}

/** A headless browser that resolves no host name, so that a page cannot reach one even if it tries. */
export function launch(executablePath) {
  const { chromium } = specsTool('playwright-core');
  // No sandbox: it cannot be had as root in a container, and the pages are our own.
  const args = ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND'];
  return chromium.launch({ executablePath, args });
}
