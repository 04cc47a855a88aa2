import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { refusals } from './orders.mjs';

const KNOWN = 'count, lines, name, note, token';

function cases(of, accepted, refused) {
  for (const body of accepted) test(`accepts ${body}`, () => assert.deepEqual(of(body), []));
  for (const [body, reasons] of Object.entries(refused)) test(`refuses ${body}`, () => assert.deepEqual(of(body), reasons));
}

describe('JSON-encoded fields', () => {
  const of = (rest) => refusals('post', '/orders', { body: `token=t&name=%22ab%22${rest && `&${rest}`}` });
  cases(of, ['', 'count=2', 'count=null', 'lines=[{"article":1}]', 'note=plain+text', 'note='], {
    'count=1': ['body.count exclusiveMinimum: Request body property count must be > 1'],
    'count=': ['body.count json: Request body property count must be JSON text: an integer'],
    'count=true': ['body.count type: Request body property count must be integer,null'],
    'lines=[{"article":"1"}]': ['body.lines.0.article type: Request body property lines.0.article must be integer'],
    'lines=[{}]': ["body.lines.0 required: Request body property lines.0 must have required property 'article'"],
    'number=5': [`body.number unknown: Request body property number is not in the document, which has ${KNOWN}`],
    'cuont=5': [`body.cuont unknown: Request body property cuont is not in the document, which has ${KNOWN}`],
    'name=%22x%22': ['body.name duplicate: Request body property name must be there only once but is there 2 times'],
    'note=%zz': ['body.note encoding: Request body property note must be percent-encoded: "%" and two hexadecimal digits'],
    '%zz=1': ['body encoding: Request body must be percent-encoded: "%" and two hexadecimal digits'],
  });

  test('refuses a string without its quotes, for that reason alone', () => {
    assert.deepEqual(refusals('post', '/orders', { body: 'token=t&name=ab' }), [
      'body.name json: Request body property name must be JSON text: a string with its quotes',
    ]);
  });

  test('does not repeat what was sent, which may be a secret', () => {
    assert.doesNotMatch(refusals('post', '/orders', { body: 'token=t&name=hush-hush' }).join(), /hush/);
  });
});

describe('A credential in the query or in the form', () => {
  const missing = [' 401: Request must have a credential: token in the query, or token in the form'];
  const of = (token, query = '') => refusals('post', `/orders${query}`, { body: `${token}name=%22ab%22` });
  test('is accepted in either, and in both', () => {
    assert.deepEqual(of('token=t&'), []);
    assert.deepEqual(of('', '?token=t'), []);
    assert.deepEqual(of('token=t&', '?token=t'), []);
  });
  test('is missed', () => {
    assert.deepEqual(of(''), missing);
    assert.deepEqual(of('token=&'), missing);
    assert.deepEqual(of('', '?token='), missing);
  });
});

describe('Fields in brackets', () => {
  const of = (rest) => refusals('put', '/orders/1', { body: `order[name]=x${rest && `&${rest}`}` });
  const accepted = [
    '',
    'order[gift]=1',
    'order[buyers][0]=1&order[buyers][1]=2',
    'order[buyers][]=1&order[buyers][]=2',
    'order%5Bbuyers%5D%5B0%5D=1',
    'order[address][city]=Rome',
    'order[extra][colours][0]=red&order[extra][size]=9',
  ];
  cases(of, accepted, {
    'order[gift]=2': ['body.order.gift enum: Request body property order.gift must be equal to one of the allowed values: 0, 1'],
    'order[buyers][]=x': ['body.order.buyers.0 type: Request body property order.buyers.0 must be integer'],
    'order[buyers][0]=1&order[buyers][1]=x': ['body.order.buyers.1 type: Request body property order.buyers.1 must be integer'],
    'order[buyers]=1': ['body.order.buyers type: Request body property order.buyers must be array'],
    'order[buyers][first]=1': ['body.order.buyers type: Request body property order.buyers must be array'],
    'order[address][town]=Rome': [
      'body.order.address.town unknown: Request body property order.address.town is not in the document, which has city',
      "body.order.address required: Request body property order.address must have required property 'city'",
    ],
    'order[nmae]=x': ['body.order.nmae unknown: Request body property order.nmae is not in the document, which has address, buyers, extra, gift, name'],
    'order[name]=y': ['body.order.name duplicate: Request body property order.name must be there only once'],
    'order[name][first]=y': [
      'body.order.name.first duplicate: Request body property order.name.first must not be a member of what has a value of its own',
    ],
    'order[name=y': ['body.order[name unknown: Request body property order[name is not in the document, which has order'],
    'odrer[name]=y': ['body.odrer[name] unknown: Request body property odrer[name] is not in the document, which has order'],
  });

  test('are refused where they are too deep', () => {
    const deep = (count) => of(`order[extra]${'[a]'.repeat(count)}=1`);
    assert.deepEqual(deep(62), []);
    assert.match(deep(63).join(), /^body\.order\.extra\.a[.a]+ depth: Request body property [.\w]+ must not be in more than 64 brackets$/);
    assert.equal(deep(20_000).length, 1);
  });

  test('are checked for what is required', () => {
    assert.deepEqual(refusals('put', '/orders/1', { body: 'order[gift]=1' }), [
      "body.order required: Request body property order must have required property 'name'",
    ]);
  });

  test('may be missing where the form is optional', () => assert.deepEqual(refusals('put', '/orders/1'), []));

  test('leave the path to Prism', () => {
    assert.deepEqual(refusals('put', '/orders/one', { body: 'order[name]=x' }), [
      'path.id type: Request path parameter id must be integer',
    ]);
  });
});

describe('Multipart forms', () => {
  const part = (name, text, more = '') => `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${text}\r\n`;
  const photo = part('photo', 'not really one', '; filename="a.jpg"');
  const of = (body, type = 'multipart/form-data; boundary=b') => refusals('post', '/photos', { body: `${body}--b--\r\n`, type });

  test('are accepted', () => {
    assert.deepEqual(of(photo + part('last', '1') + part('about', '{"field":"name"}')), []);
    assert.deepEqual(of(photo, 'multipart/form-data; boundary="b"'), []);
    assert.deepEqual(of(photo.replaceAll('"', '')), []);
  });
  test('are checked', () => {
    assert.deepEqual(of(part('last', '1')), ["body required: Request body must have required property 'photo'"]);
    assert.deepEqual(of(photo + part('last', '2')), [
      'body.last enum: Request body property last must be equal to one of the allowed values: 0, 1',
    ]);
    assert.deepEqual(of(photo + part('about', 'name')), ['body.about json: Request body property about must be JSON text: an object']);
    assert.deepEqual(of(photo + part('lats', '1')), [
      'body.lats unknown: Request body property lats is not in the document, which has about, last, photo',
    ]);
  });
  test('that are cut off are refused', () => {
    assert.deepEqual(refusals('post', '/photos', { body: photo, type: 'multipart/form-data; boundary=b' }), [
      'body multipart: Request body must end with its boundary and two hyphens',
    ]);
  });
  test('without a boundary are refused by Prism', () => {
    assert.match(of(photo, 'multipart/form-data').join(), /^ 415: Boundary parameter for multipart\/form-data is not defined/);
  });
});

describe('Bodies', () => {
  test('of a form that takes any field are checked', () => {
    assert.deepEqual(refusals('post', '/notes', { body: 'a=1&b[c]=2' }), []);
    assert.deepEqual(refusals('post', '/notes', { body: 'a=x' }), ['body.a type: Request body property a must be integer']);
  });
  test('that are no form are left to Prism', () => {
    assert.deepEqual(refusals('post', '/notes', { body: { text: 'x' }, type: 'application/json' }), []);
    assert.deepEqual(refusals('post', '/notes', { body: {}, type: 'application/json' }), [
      "body required: Request body must have required property 'text'",
    ]);
  });
  test('of another type are refused', () => {
    assert.deepEqual(refusals('post', '/orders?token=t', { body: '{}', type: 'application/json' }), [
      ' 415: Supported content types: application/x-www-form-urlencoded',
    ]);
  });
  test('without a type are refused', () => {
    assert.deepEqual(refusals('post', '/orders?token=t', { body: 'name=1', type: '' }), [
      ' 415: Request has a body but no Content-Type. Supported content types: application/x-www-form-urlencoded',
    ]);
  });
  test('of a type that is none are refused', () => {
    assert.deepEqual(refusals('put', '/orders/1', { body: 'order[name]=x', type: 'foo' }), [
      ' 415: Request must have a media type as Content-Type',
    ]);
  });
  test('that are required are missed', () => {
    assert.deepEqual(refusals('post', '/orders?token=t'), [' required: Body parameter is required']);
    assert.deepEqual(refusals('post', '/orders?token=t', { body: '' }), [' required: Body parameter is required']);
  });
});
