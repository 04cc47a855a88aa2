// A call of a webhook, signed, for people who write the receiving end.
import { createHmac } from 'node:crypto';
import { examplesOf, parameterExample } from './operations.mjs';

// The one form of signature that is known here: a time and an HMAC-SHA256 of the time, a dot and the raw body.
const FORM = '^t=[0-9]+,v1=[0-9a-f]{64}$';
export const TEST_SECRET = 'example-webhook-secret';

/** The value of the signature's header. */
export function signature(secret, seconds, body) {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

/** The files of a signed call as a map of name to text; empty for an operation that is no signed webhook. */
export function signedWebhook({ webhook, operation, parameters }, resolve) {
  const header = parameters.find((parameter) => parameter.in === 'header' && resolve(parameter.schema).pattern === FORM);
  const files = new Map();
  if (!webhook || !header) return files;
  const [[, value]] = examplesOf(resolve(operation.requestBody).content['application/json'], resolve);
  const body = JSON.stringify(value);
  const seconds = /t=(\d+)/.exec(parameterExample(header, resolve))[1];
  const signed = signature(TEST_SECRET, seconds, body);
  files.set('signed.body.json', body); // without a line end: each byte counts
  files.set('signed.headers.txt', `Content-Type: application/json\n${header.name}: ${signed}\n`);
  files.set('signed.secret.txt', `${TEST_SECRET}\n`);
  files.set('SIGNED.md', explanation(header));
  return files;
}

function explanation(header) {
  return `# A signed call

**How the signature is made is an assumption.** ${oneLine(header['x-assumption'])}

- \`signed.body.json\`: the raw body, without a line end after it. Each byte counts.
- \`signed.headers.txt\`: its headers, with \`${header.name}\`.
- \`signed.secret.txt\`: the secret of this test, without the line end. It opens nothing.

The time in the header lies in the past, so a receiver that refuses old calls has to be given its clock.
`;
}

function oneLine(text = 'No source says it.') {
  return text.trim().replace(/\s+/g, ' ');
}
