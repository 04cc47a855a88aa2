import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

/** A receiver of signed calls on this machine; `accepted` holds the bodies of those that were right. */
export async function startReceiver(secret) {
  const accepted = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const right = isSigned(secret, request.headers['sk-signature'], body);
    if (right) accepted.push(body.toString());
    response.writeHead(right ? 200 : 400).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.on('listening', resolve));
  const stop = () => new Promise((resolve) => server.close(resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, accepted, stop };
}

/** Written apart from the tool that signs the examples, so that a slip there is seen. */
export function isSigned(secret, header = '', body) {
  const [, time, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  if (!time) return false;
  const expected = createHmac('sha256', secret).update(time).update('.').update(body).digest();
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'));
}
