// A Postman collection (format 2.1) with a request for each operation: a folder per tag, the bodies and values of the
// document's first examples, credentials as variables. Converters were tried; they lose API keys next to Basic,
// path credentials, named examples and JSON-encoded values, that is nearly everything here, so this writes it whole.
import { bodyFile } from './examples.mjs';
import { examplesOf, operations, parameterExample, resolver } from './operations.mjs';
import { formPairs, queryPairs } from './wire.mjs';

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

export function postmanCollection(document) {
  const resolve = resolver(document);
  const schemes = document.components?.securitySchemes ?? {};
  const own = operations(document).filter(({ webhook }) => !webhook);
  const variables = new Map();
  const context = { resolve, schemes, variables, tokenVariable: tokenVariable(own, schemes) };
  const [server] = document.servers;
  for (const [name, { default: value, description }] of Object.entries(server.variables ?? {})) {
    variables.set(name, { value, description });
  }
  variables.set('baseUrl', { value: server.url.replace(/\{(\w+)\}/g, '{{$1}}'), description: server.description });

  const items = own.map((each) => ({ tag: each.operation.tags[0], token: issuesToken(each, resolve), item: item(each, context) }));
  // What gives the token comes first, so that a run of the whole collection has one.
  const tags = [...new Set([...items.filter(({ token }) => token), ...items].map(({ tag }) => tag))];
  return {
    info: {
      name: `${document.info.title} ${document.info.version}`,
      description: document.info.description,
      schema: SCHEMA,
    },
    item: tags.map((name) => ({
      name,
      description: document.tags?.find((tag) => tag.name === name)?.description ?? '',
      item: items.filter(({ tag }) => tag === name).map((each) => each.item),
    })),
    variable: [...variables].map(([key, { value, description }]) => ({ key, value, description, type: 'string' })),
  };
}

/** Whether the answer of an operation holds an access token. */
function issuesToken({ operation }, resolve) {
  const answer = resolve(operation.responses?.['200']);
  const schema = resolve(answer?.content?.['application/json']?.schema);
  return Boolean(schema?.properties?.access_token);
}

/** The variable for the token: the one API key, if there is one and an operation that gives it. */
function tokenVariable(own, schemes) {
  const keys = Object.keys(schemes).filter((name) => schemes[name].type === 'apiKey');
  return keys.length === 1 ? keys[0] : undefined;
}

function item(each, context) {
  const { operation, method } = each;
  const request = {
    method: method.toUpperCase(),
    description: operation.description ?? '',
    header: [],
    auth: { type: 'noauth' },
    url: url(each, context),
  };
  const accept = accepted(operation, context.resolve);
  if (accept) request.header.push({ key: 'Accept', value: accept });
  const body = requestBody(each, context);
  if (body) request.body = body;
  authorize(request, each, context);
  const made = { name: operation.summary, request, response: [] };
  if (body) made.protocolProfileBehavior = { disableBodyPruning: true }; // or a DELETE loses its body
  if (context.tokenVariable && issuesToken(each, context.resolve)) made.event = [keepToken(context.tokenVariable)];
  return made;
}

/** The script that keeps the token of an answer for the requests after it. */
function keepToken(variable) {
  const script = `pm.collectionVariables.set(${JSON.stringify(variable)}, pm.response.json().access_token);`;
  return { listen: 'test', script: { type: 'text/javascript', exec: [script] } };
}

/** The media type of the success that comes first. */
function accepted(operation, resolve) {
  const [, response] = Object.entries(operation.responses).find(([status]) => status.startsWith('2')) ?? [];
  return Object.keys(resolve(response)?.content ?? {})[0];
}

function url({ path, parameters }, { resolve, variables }) {
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const text = (parameter) => {
    const value = String(parameterExample(parameter, resolve));
    const credential = parameter['x-credential'];
    if (!credential) return value;
    // A link opens one URL only, so places of one credential with different values need variables of their own.
    const taken = variables.get(credential);
    const name = taken && taken.value !== value ? `${credential}For${parameter.name[0].toUpperCase()}${parameter.name.slice(1)}` : credential;
    variables.set(name, { value, description: parameter.description });
    return `{{${name}}}`;
  };
  // Postman knows `:name` for whole segments only, so a part of a segment is filled in here.
  const whole = (name) => path.split('/').includes(`{${name}}`);
  const filled = inPath.filter(({ name }) => !whole(name));
  const segments = path
    .split('/')
    .slice(1)
    .map((segment) => filled.reduce((text_, each) => text_.replace(`{${each.name}}`, text(each)), segment))
    .map((segment) => segment.replace(/^\{(\w+)\}$/, ':$1'));
  const query = parameters
    .filter((parameter) => parameter.in === 'query')
    .flatMap((parameter) => queryItems(parameter, parameterExample(parameter, resolve)));
  const shown = query.filter(({ disabled }) => !disabled).map(({ key, value }) => `${key}=${value}`);
  return {
    raw: `{{baseUrl}}/${segments.join('/')}${shown.length ? `?${shown.join('&')}` : ''}`,
    host: ['{{baseUrl}}'],
    path: segments,
    query,
    variable: inPath
      .filter(({ name }) => whole(name))
      .map((parameter) => ({ key: parameter.name, value: text(parameter), description: parameter.description })),
  };
}

/** Optional parameters are listed but switched off: most of them narrow what comes back. */
function queryItems(parameter, value) {
  if (value === undefined) return [];
  return queryPairs(parameter, value).map(([key, text]) => ({
    key,
    value: encodeURIComponent(text),
    description: parameter.description,
    ...(!parameter.required && { disabled: true }),
  }));
}

function requestBody({ id, operation }, context) {
  const content = context.resolve(operation.requestBody)?.content ?? {};
  const form = content['application/x-www-form-urlencoded'];
  if (form) return urlencodedBody(form, context);
  const multipart = content['multipart/form-data'];
  if (multipart) return multipartBody(id, multipart, context);
  const json = content['application/json'];
  if (!json) return undefined;
  const raw = JSON.stringify(examplesOf(json, context.resolve)[0]?.[1] ?? {}, null, 2);
  return { mode: 'raw', raw, options: { raw: { language: 'json' } } };
}

function urlencodedBody(form, context) {
  const { properties = {} } = context.resolve(form.schema);
  const value = { ...(examplesOf(form, context.resolve)[0]?.[1] ?? {}) };
  const credentials = Object.entries(properties).filter(([, property]) => property['x-credential']);
  for (const [name] of credentials) delete value[name];
  const pairs = formPairs(value, form);
  const described = ([key, text]) => {
    const property = context.resolve(properties[key.split('[')[0]]);
    return { key, value: sensitive(key, text, property, context), description: property?.description ?? '', type: 'text' };
  };
  const filled = credentials.map(([key, property]) => {
    context.variables.set(property['x-credential'], { value: String(property.example), description: property.description });
    return { key, value: `{{${property['x-credential']}}}`, description: property.description, type: 'text' };
  });
  return { mode: 'urlencoded', urlencoded: [...pairs.map(described), ...filled] };
}

/** A secret is a variable, so that nobody has to write it into a request. */
function sensitive(key, text, property, { variables }) {
  if (!property?.['x-sensitive'] || key.includes('[')) return text;
  variables.set(key, { value: text, description: property.description ?? '' });
  return `{{${key}}}`;
}

function multipartBody(id, multipart, { resolve }) {
  const { properties = {}, required = [] } = resolve(multipart.schema);
  const [first] = examplesOf(multipart, resolve);
  const formdata = Object.entries(properties).map(([key, property]) => {
    const { format, description, example, enum: values } = resolve(property);
    if (format === 'binary') return { key, type: 'file', src: bodyFile(id, key), description };
    const value = String(first?.[1]?.[key] ?? example ?? values?.[0] ?? '');
    return { key, type: 'text', value, description, ...(!required.includes(key) && value === '' && { disabled: true }) };
  });
  return { mode: 'formdata', formdata };
}

/** Sends what the first alternative of `security` asks for; places in a form were filled with the body. */
function authorize(request, { security }, { schemes, variables }) {
  const inForm = (request.body?.urlencoded ?? []).map(({ value }) => value);
  for (const name of Object.keys(security[0] ?? {})) {
    const scheme = schemes[name];
    if (inForm.includes(`{{${name}}}`)) continue;
    if (scheme.type === 'http' && scheme.scheme === 'basic') {
      for (const part of ['username', 'password']) {
        variables.set(part, { value: `example-${part}`, description: scheme.description });
      }
      const entries = ['username', 'password'].map((key) => ({ key, value: `{{${key}}}`, type: 'string' }));
      request.auth = { type: 'basic', basic: entries };
    } else if (scheme.type === 'apiKey') {
      if (!variables.has(name)) variables.set(name, { value: `example-${name}`, description: scheme.description });
      const entry = { key: scheme.name, value: `{{${name}}}` };
      if (scheme.in === 'header') request.header.push(entry);
      else if (scheme.in === 'query') addQuery(request.url, entry);
      else throw new Error(`Security scheme ${name}: keys in a ${scheme.in} have no place in the collection yet.`);
    } else {
      throw new Error(`Security scheme ${name} (${scheme.type}) has no place in the collection yet. Add it to postman.mjs.`);
    }
  }
}

function addQuery(url, { key, value }) {
  url.query.unshift({ key, value });
  const [path, rest] = url.raw.split('?');
  url.raw = `${path}?${key}=${value}${rest ? `&${rest}` : ''}`;
}
