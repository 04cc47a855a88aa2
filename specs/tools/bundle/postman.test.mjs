import assert from 'node:assert/strict';
import { test } from 'node:test';
import { postmanCollection } from './postman.mjs';

const answer = { 200: { content: { 'application/json': { schema: { properties: { access_token: {} } } } } } };

function document(paths, securitySchemes = {}) {
  return {
    info: { title: 'Toys', version: '1.0.0', description: '' },
    servers: [{ url: 'https://{shop}.example.com', variables: { shop: { default: 'demo' } } }],
    components: { securitySchemes },
    paths,
  };
}

const operation = (more) => ({ operationId: 'x', summary: 'Do it', tags: ['Toys'], responses: { 200: {} }, ...more });
const variables = (collection) => Object.fromEntries(collection.variable.map(({ key, value }) => [key, value]));

test('Basic and a key in a header are sent together', () => {
  const schemes = {
    login: { type: 'http', scheme: 'basic' },
    client: { type: 'apiKey', in: 'header', name: 'X-Client' },
  };
  const collection = postmanCollection(document({ '/x': { get: operation({ security: [{ login: [], client: [] }] }) } }, schemes));
  const { request } = collection.item[0].item[0];
  assert.deepEqual(request.header, [{ key: 'X-Client', value: '{{client}}' }]);
  assert.equal(request.auth.type, 'basic');
});

test('a form sends its values as encoded, and its token as a variable', () => {
  const json = { contentType: 'application/json' };
  const form = {
    schema: { properties: { token: { 'x-credential': 'key', example: 't' }, name: { description: 'Its name' } } },
    encoding: { name: json },
    example: { token: 'secret', name: 'Bear' },
  };
  const body = { content: { 'application/x-www-form-urlencoded': form } };
  const schemes = { key: { type: 'apiKey', in: 'query', name: 'token' } };
  const post = operation({ requestBody: body, security: [{ key: [] }, {}] });
  const collection = postmanCollection(document({ '/x': { post } }, schemes));
  const { request } = collection.item[0].item[0];
  assert.deepEqual(request.body.urlencoded.map(({ key, value }) => [key, value]), [['name', '"Bear"'], ['token', '{{key}}']]);
  assert.deepEqual(request.url.query, [], 'the token goes into the form, not into the query as well');
  assert.equal(variables(collection).key, 't');
});

test('a credential in the path is a variable', () => {
  const secret = { name: 'secret', in: 'path', example: 's3', 'x-credential': 'apiSecret' };
  const collection = postmanCollection(document({ '/{secret}/x': { get: operation({ parameters: [secret] }) } }));
  const { url } = collection.item[0].item[0].request;
  assert.deepEqual(url.path, [':secret', 'x']);
  assert.equal(url.variable[0].value, '{{apiSecret}}');
  assert.equal(variables(collection).apiSecret, 's3');
});

test('the token of an answer is kept for the requests after it, and its folder comes first', () => {
  const schemes = { key: { type: 'apiKey', in: 'query', name: 'token' } };
  const paths = {
    '/a': { get: operation({ security: [{ key: [] }] }) },
    '/token': { post: operation({ tags: ['Tokens'], security: [], responses: answer }) },
  };
  const { item } = postmanCollection(document(paths, schemes));
  assert.deepEqual(item.map(({ name }) => name), ['Tokens', 'Toys']);
  assert.match(item[0].item[0].event[0].script.exec[0], /set\("key", pm\.response\.json\(\)\.access_token\)/);
});

test('a scheme that is not known is refused with its name', () => {
  const paths = { '/x': { get: operation({ security: [{ sso: [] }] }) } };
  assert.throws(() => postmanCollection(document(paths, { sso: { type: 'openIdConnect' } })), /sso \(openIdConnect\)/);
});
