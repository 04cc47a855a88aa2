import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusals } from './orders.mjs';

const of = (query) => refusals('get', `/orders?token=t&shop=main${query && `&${query}`}`);

const accepted = [
  '',
  'limit=100',
  'page=7',
  'page=null',
  'filter={"field":"name","inner":[{"field":"date"}]}',
  'tags=red,blue',
  'ids=1&ids=2',
  'ids=1',
  'where[]={"field":"name"}&where[]={"field":"date"}',
  'since=29/02/2024',
  'size=9',
  'size=all',
  'size=12',
  'colour[r]=255',
  '__code=200&__example=x',
];
for (const query of accepted) test(`accepts ${query || 'what is required only'}`, () => assert.deepEqual(of(query), []));

const refused = {
  'limit=101': ['query.limit maximum: Request query parameter limit must be <= 100'],
  'limit=0x10': ['query.limit type: Request query parameter limit must be integer'],
  'limit=': ['query.limit type: Request query parameter limit must be integer'],
  'limit=1&limit=2': ['query.limit duplicate: Request query parameter limit must be there only once but is there 2 times'],
  'page=last': ['query.page json: Request query parameter page must be JSON text: an integer'],
  'page="7"': ['query.page type: Request query parameter page must be integer,null'],
  'filter=name': ['query.filter json: Request query parameter filter must be JSON text: an object'],
  'filter={}': ["query.filter required: Request query parameter filter must have required property 'field'"],
  'filter={"field":"name","inner":[{"field":"size"}]}': [
    'query.filter.inner.0.field enum: Request query parameter filter.inner.0.field must be equal to one of the allowed values: name, date',
  ],
  'tags=red,green': ['query.tags.1 enum: Request query parameter tags.1 must be equal to one of the allowed values: red, blue'],
  'ids=1&ids=two': ['query.ids.1 type: Request query parameter ids.1 must be integer'],
  'where[]={"field":"name"}&where[]={oops}': ['query.where[].1 json: Request query parameter where[].1 must be JSON text of Filter'],
  'where[]={"field":"size"}': [
    'query.where[].0.field enum: Request query parameter where[].0.field must be equal to one of the allowed values: name, date',
  ],
  'since=2024-02-29': [
    'query.since x-date-format: Request query parameter since must be a date or time that exists, of the form dd/MM/yyyy',
  ],
  'since=30/02/2024': [
    'query.since x-date-format: Request query parameter since must be a date or time that exists, of the form dd/MM/yyyy',
  ],
  'colour[g]=255': ['query.colour.g unknown: Request query parameter colour.g is not in the document, which has r'],
  'lmit=5': [
    'query.lmit unknown: Request query parameter lmit is not in the document, which has colour, filter, ids, limit, page, shop, since, size, tags, where[]',
  ],
  'LIMIT=5': [
    'query.LIMIT unknown: Request query parameter LIMIT is not in the document, which has colour, filter, ids, limit, page, shop, since, size, tags, where[]',
  ],
  'token=u': ['query.token duplicate: Request query parameter token must be there only once but is there 2 times'],
  'shop=other': ['query.shop duplicate: Request query parameter shop must be there only once but is there 2 times'],
};
for (const [query, reasons] of Object.entries(refused)) test(`refuses ${query}`, () => assert.deepEqual(of(query), reasons));

test('refuses a required parameter that is missing or empty', () => {
  assert.deepEqual(refusals('get', '/orders?token=t'), ["query required: Request query must have required property 'shop'"]);
  assert.deepEqual(refusals('get', '/orders?token=t&shop='), ['query.shop required: Request query parameter shop must not be empty']);
});

test('refuses a request without the token', () => {
  assert.deepEqual(refusals('get', '/orders?shop=main'), [' 401: Invalid security scheme used']);
});

test('refuses the token of another operation', () => {
  assert.deepEqual(refusals('put', '/orders/1?token=t'), [
    'query.token unknown: Request query parameter token is not in the document, which has none here',
  ]);
});
