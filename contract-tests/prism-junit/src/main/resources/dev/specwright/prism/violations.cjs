// Keeps what Prism finds wrong with requests and answers. Runs in Prism's process, in front of Prism: all requests
// pass here, and what Prism finds is kept before the client has the answer, so nobody has to wait for it.
//   specwright-violations: NAME   asks for the findings of a front (of all requests: *) and does not reach Prism
//   specwright-front: NAME        says which front sent the request
// Paths are shown as the document writes them, since what is filled in may be a credential.
const http = require('http');

const PRISM = 'https://stoplight.io/prism/errors#';
const CUT = 'Too many violations! ';
const MOST = 1000;
const proxy = process.argv.slice(2, 4).includes('proxy');
const paths = new WeakMap(); // the path of the operation, by the headers of the request
const kept = [];
const counts = new Map();

const emit = http.Server.prototype.emit;
http.Server.prototype.emit = function (event, request, response) {
  if (event !== 'request') return emit.apply(this, arguments);
  const wanted = request.headers['specwright-violations'];
  if (wanted !== undefined) {
    const found = kept.filter(({ front }) => wanted === '*' || wanted === front);
    response.end(found.map(({ fields }) => fields.map(encodeURIComponent).join('\t')).join('\n'));
    return true;
  }
  const front = request.headers['specwright-front'] ?? '';
  delete request.headers['specwright-front'];
  const end = response.end;
  response.end = function (body) {
    response.end = end;
    for (const { location, code, message } of findings(request, response, body)) {
      keep(front, [operation(request), location.join('.'), String(code ?? ''), String(message)]);
    }
    return end.apply(this, arguments);
  };
  return emit.apply(this, arguments);
};

/** A test that never stops must not fill the memory. That something is left out is a finding of its own. */
function keep(front, fields) {
  const count = (counts.get(front) ?? 0) + 1;
  counts.set(front, count);
  if (count <= MOST) kept.push({ front, fields });
  else if (count === MOST + 1) kept.push({ front, fields: [fields[0], '', '', `more than ${MOST} violations; the rest is not listed`] });
}

function operation(request) {
  const path = paths.get(request.headers);
  if (path !== undefined) return `${request.method} ${path}`;
  // In front of a real service even a path that is wrong may hold a real credential.
  return `${request.method} ${proxy ? '(a path that the document does not have)' : request.url.split('?')[0]}`;
}

function findings(request, response, body) {
  const header = response.getHeader('sl-violations');
  if (header !== undefined) return listed(String(header)).filter(contradicts);
  if (response.statusCode < 400) return [];
  let answer;
  try {
    answer = JSON.parse(String(body));
  } catch {
    return [];
  }
  if (String(answer?.type).startsWith(PRISM)) return problems(answer);
  // What cannot be read at all is refused before Prism looks for the operation.
  if (answer?.error?.code && !paths.has(request.headers) && !response.hasHeader('sl-violations')) {
    return [{ location: ['request', 'body'], code: answer.error.code, message: answer.error.message }];
  }
  return [];
}

function problems({ type, title, detail, validation }) {
  const code = type.slice(PRISM.length);
  if (Array.isArray(validation) && validation.length > 0) {
    const side = code === 'VIOLATIONS' ? [] : ['request'];
    return validation.map((each) => ({ ...each, location: [...side, ...(each.location ?? [])] }));
  }
  // Details of these name the path or the address of the request.
  if (code.startsWith('NO_')) return [{ location: ['request'], code, message: title }];
  if (code === 'UNKNOWN') return [{ location: ['response'], code, message: proxy ? 'Prism got no answer' : title }];
  return [{ location: ['request'], code, message: detail ? `${title}: ${detail}` : title }];
}

/** The list of the header, which Prism cuts off where it is too long. */
function listed(header) {
  if (!header.startsWith(CUT)) return JSON.parse(header);
  const end = header.lastIndexOf('},{');
  const whole = end < 0 ? [] : JSON.parse(`${header.slice(CUT.length, end)}}]`);
  return [...whole, { location: [], severity: 'Error', message: 'too many violations for Prism to list' }];
}

/** Warnings are mostly about what Prism itself cannot do, or about use of what is deprecated. */
function contradicts({ severity, message }) {
  return severity === 'Error' || /^(Unable to match the returned status code|Selected route not found)/.test(message);
}

/** Prism's router knows the operation. Nobody else can have it without looking for it again. */
function watchRouter(script) {
  const { createRequire } = require('module');
  let main;
  try {
    main = createRequire(script).resolve('@stoplight/prism-http');
  } catch (e) {
    if (e.code === 'MODULE_NOT_FOUND') return; // Not Prism: it will say so itself.
    throw e;
  }
  const router = createRequire(main)('./router');
  const route = router.default;
  router.default = (request) => {
    const result = route(request);
    if (result._tag === 'Right') paths.set(request.input.headers, result.right.path);
    return result;
  };
}
