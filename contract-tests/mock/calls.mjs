// Calls that a document's own examples make, as {method, url, headers, body}: those that read first.
import { examplesOf, operations, parameterExample, resolver } from '../../specs/tools/bundle/operations.mjs';
import { formPairs, queryPairs, urlencoded } from '../../specs/tools/bundle/wire.mjs';

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

/** Yields a call for each operation whose required values the document knows. */
export function* calls(document, baseUrl) {
  const own = operations(document).filter(({ webhook }) => !webhook);
  const reading = own.filter(({ method }) => method === 'get');
  for (const operation of [...reading, ...own.filter((each) => !reading.includes(each))]) {
    const call = callOf(operation, document, baseUrl);
    if (call) yield call;
  }
}

function callOf({ path, method, operation, parameters, security }, document, baseUrl) {
  const resolve = resolver(document);
  const headers = {};
  const pairs = [];
  let filled = path;
  for (const parameter of parameters) {
    if (!parameter.required && parameter.in !== 'path') continue;
    const value = parameterExample(parameter, resolve) ?? simplest(parameter, resolve);
    if (value === undefined) return undefined;
    if (parameter.in === 'path') filled = filled.replaceAll(`{${parameter.name}}`, encodeURIComponent(value));
    if (parameter.in === 'query') pairs.push(...queryPairs(parameter, value));
    if (parameter.in === 'header') headers[parameter.name] = String(value);
    if (parameter.in === 'cookie') addCookie(headers, parameter.name, value);
  }
  const schemes = document.components?.securitySchemes ?? {};
  for (const name of Object.keys(security[0] ?? {})) authorize(resolve(schemes[name]) ?? {}, headers, pairs);
  const body = bodyOf(operation, resolve, headers);
  if (body === undefined) return undefined;
  const query = pairs.length > 0 ? `?${urlencoded(pairs)}` : '';
  return { method: method.toUpperCase(), url: `${baseUrl}${filled}${query}`, headers, body };
}

/** A value for a parameter without an example, where any value of its type will do. */
function simplest(parameter, resolve) {
  const schema = resolve((parameter.content ? Object.values(parameter.content)[0] : parameter).schema) ?? {};
  if (schema.enum) return schema.enum[0];
  if (schema.pattern || schema.format) return undefined;
  return { string: 'example', integer: schema.minimum ?? 1, number: schema.minimum ?? 1, boolean: true }[schema.type];
}

/** Credentials that nobody can take for real ones; a mock takes any. */
function authorize({ type, scheme, name, in: place }, headers, pairs) {
  if (type === 'apiKey') {
    const value = `example-${name}`;
    if (place === 'query') pairs.unshift([name, value]);
    else if (place === 'cookie') addCookie(headers, name, value);
    else headers[name] = value;
  } else if (type === 'http' && scheme?.toLowerCase() === 'basic') {
    headers.Authorization = `Basic ${Buffer.from('example-user:example-password').toString('base64')}`;
  } else {
    headers.Authorization = 'Bearer example-token';
  }
}

function addCookie(headers, name, value) {
  headers.Cookie = [headers.Cookie, `${name}=${value}`].filter(Boolean).join('; ');
}

/** The body: null where there is none, undefined where the document has no example of it. */
function bodyOf(operation, resolve, headers) {
  const body = resolve(operation.requestBody);
  if (!body) return null;
  for (const type of [JSON_TYPE, FORM]) {
    const media = body.content?.[type];
    const [first] = media ? examplesOf(media, resolve) : [];
    if (!first) continue;
    headers['Content-Type'] = type;
    return type === FORM ? urlencoded(formPairs(first[1], media)) : JSON.stringify(first[1]);
  }
  return body.required ? undefined : null;
}

/** Whether the mock answers with success. */
export async function works({ method, url, headers, body }) {
  try {
    const answer = await fetch(url, { method, headers, body, redirect: 'manual', signal: AbortSignal.timeout(30_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false; // Such a request can end Prism, which is then started again; the next call is tried.
  }
}

/** The call as one line for a shell. */
export function curl({ method, url, headers, body }) {
  const options = Object.entries(headers)
    .filter(([name]) => name !== 'Authorization' || !headers[name].startsWith('Basic '))
    .map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  if (headers.Authorization?.startsWith('Basic ')) {
    options.unshift(`-u ${quoted(Buffer.from(headers.Authorization.slice('Basic '.length), 'base64').toString())}`);
  }
  if (method !== (body === null ? 'GET' : 'POST')) options.unshift(`-X ${method}`);
  if (body !== null) options.push(`-d ${quoted(body)}`);
  // Square brackets and braces would be patterns of curl.
  return ['curl -sS -g', ...options, quoted(url)].join(' ');
}

/** In a shell everything between single quotes is as it is, but for these quotes. */
function quoted(text) {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
