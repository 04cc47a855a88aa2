// Sends the requests of a Postman collection, read with Postman's own library. A script of a request may use what
// those of our collections use: pm.response.json() and pm.collectionVariables.set().
import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { prismTool } from './bundles.mjs';

const { Collection, Request } = prismTool('postman-collection');

/**
 * Sends all requests to `url` and returns `[{name, status, text}]`. `folder`: where files to upload are.
 * `optional`: whether to send the parameters that are switched off, too.
 */
export async function runCollection(json, { url, folder, optional = false }) {
  const collection = new Collection(optional ? switchedOn(json) : json);
  collection.variables.upsert({ key: 'baseUrl', value: url });
  const items = [];
  collection.forEachItem((item) => items.push(item));
  const results = [];
  for (const item of items) results.push(await send(item, collection, folder));
  return results;
}

function switchedOn(json) {
  return JSON.parse(JSON.stringify(json), (key, value) => (key === 'disabled' ? undefined : value));
}

async function send(item, collection, folder) {
  const values = collection.variables.toObject();
  const request = new Request(item.request.toObjectResolved(null, [values], { ignoreOwnVariables: true }));
  const headers = new Headers(request.headers.filter(({ disabled }) => !disabled).map(({ key, value }) => [key, value]));
  if (request.auth?.type === 'basic') {
    const { username, password } = Object.fromEntries(request.auth.parameters().map(({ key, value }) => [key, value]));
    headers.set('Authorization', `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`);
  }
  const target = request.url.toString(false);
  if (/\{\{|\/:/.test(target.replace('://', ''))) throw new Error(`${item.name}: ${target} has a place that nothing fills`);
  const body = await bodyOf(request, folder);
  const response = await fetch(target, { method: request.method, headers, body });
  const text = await response.text();
  for (const event of item.events.all()) runScript(event.script.toSource(), text, collection);
  return { name: item.name, method: request.method, target, status: response.status, text };
}

async function bodyOf({ body }, folder) {
  if (!body || body.isEmpty()) return undefined;
  if (body.mode === 'raw') return body.raw;
  if (body.mode === 'urlencoded') {
    return new URLSearchParams(body.urlencoded.filter(({ disabled }) => !disabled).map(({ key, value }) => [key, value]));
  }
  const form = new FormData();
  for (const { key, value, type, src, disabled } of body.formdata.all()) {
    if (disabled) continue;
    if (type === 'file') form.append(key, await openAsBlob(join(folder, src)), 'file.txt');
    else form.append(key, value);
  }
  return form;
}

function runScript(source, text, collection) {
  const set = (key, value) => collection.variables.upsert({ key, value });
  runInNewContext(source, { pm: { response: { json: () => JSON.parse(text) }, collectionVariables: { set } } });
}
