// The pairs of a form body, whatever the way in which it is written.
const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data';
const PART_NAME = /^content-disposition: *form-data\b.*?; *name=(?:"([^"]*)"|([^\s;]+))/im;
const BOUNDARY = /boundary=(?:"([^"]+)"|([^;]+))/i;

const MEDIA_TYPE = /^[^\s/;]+\/[^\s/;]+$/;

export const isForm = (mediaType) => mediaType === FORM || mediaType === MULTIPART;

export const isMultipart = (mediaType) => mediaType === MULTIPART;

/** The media type of a header `Content-Type` without its parameters. */
export function mediaTypeOf(contentType) {
  return contentType?.split(';')[0].trim().toLowerCase();
}

export const isMediaType = (text) => MEDIA_TYPE.test(text);

/** Returns `{pairs, problems}`, or nothing if the body cannot be told apart. */
export function bodyPairs(text, contentType) {
  return isMultipart(mediaTypeOf(contentType)) ? parts(text, contentType) : urlencoded(text);
}

function urlencoded(text) {
  const pairs = [];
  const problems = [];
  for (const each of text.split('&').filter((part) => part !== '')) {
    const end = each.includes('=') ? each.indexOf('=') : each.length;
    const [name, value] = [each.slice(0, end), each.slice(end + 1)].map(decoded);
    if (name !== undefined && value !== undefined) pairs.push([name, value]);
    else problems.push({ path: name === undefined ? [] : [name], code: 'encoding', message: 'must be percent-encoded: "%" and two hexadecimal digits' });
  }
  return { pairs, problems };
}

function decoded(text) {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

/** Not with the parser that Prism has, which fails on a file without a type of its own. */
function parts(text, contentType) {
  const [, quoted, plain] = BOUNDARY.exec(contentType) ?? [];
  const boundary = quoted ?? plain?.trim();
  if (!boundary) return undefined;
  const [, ...found] = `\r\n${text}`.split(`\r\n--${boundary}`);
  const problems = found.at(-1)?.startsWith('--') ? [] : [{ path: [], code: 'multipart', message: 'must end with its boundary and two hyphens' }];
  return { pairs: found.filter((part) => !part.startsWith('--')).map(partPair), problems };
}

function partPair(part) {
  const end = part.indexOf('\r\n\r\n');
  const [, quoted, plain] = PART_NAME.exec(part.slice(0, Math.max(end, 0))) ?? [];
  return [quoted ?? plain ?? '', part.slice(end + 4)];
}
