// Ports of this machine.
import { once } from 'node:events';
import { createServer } from 'node:net';

// Where Prism listens that nobody told another one.
const USUAL = 4010;
const LAST = 65535;

/** Whether nobody listens there. */
export async function isFree(port) {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}

/** Yields ports that are free, each once. */
export async function* freePorts() {
  for (let port = USUAL; port <= LAST; port++) if (await isFree(port)) yield port;
}
