// Requests to the shop of orders.yaml, and what the strict checks say to them.
import { fileURLToPath } from 'node:url';
import { requestChecks } from '../../main/resources/dev/specwright/prism/strict/checks.mjs';
import { readDocument } from '../../main/resources/dev/specwright/prism/strict/document.mjs';
import { prismParts } from '../../main/resources/dev/specwright/prism/strict/prism.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export const prism = prismParts(here('../../../../node_modules/@stoplight/prism-cli/dist/index.js'));

export async function checksOf(file) {
  return requestChecks(await readDocument(file, prism), prism);
}

const document = here('../resources/orders.yaml');
const operations = await prism.getHttpOperationsFromSpec(document);
const checks = await checksOf(document);

export const FORM = 'application/x-www-form-urlencoded';

/** Returns what is wrong with a request, a line for each: `place.name code: message`. */
export function refusals(method, url, { body, headers: others, type = body === undefined ? undefined : FORM } = {}) {
  const { pathname, searchParams } = new URL(url, 'http://example.com');
  const query = {};
  for (const name of searchParams.keys()) {
    const texts = searchParams.getAll(name);
    query[name] = texts.length === 1 ? texts[0] : texts;
  }
  const headers = { ...others, ...(type && { 'content-type': type }), ...(body && { 'content-length': String(body.length) }) };
  const element = { method, url: { path: pathname, query }, headers, body: body ?? null };
  const resource = operations.find((each) => each.method === method && matches(each.path, pathname));
  const results = [checks.validateSecurity({ resource, element }), checks.validateInput({ resource, element })];
  return results.flatMap(({ left = [] }) => left).map(({ path = [], code, message }) => `${path.join('.')} ${code}: ${message}`);
}

const matches = (template, path) => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
