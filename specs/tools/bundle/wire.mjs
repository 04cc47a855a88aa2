// What a value looks like on the wire: the names and texts of a query or of a form body.

/** The pairs that a parameter of a query sends for `value`. */
export function queryPairs(parameter, value) {
  if (parameter.content?.['application/json']) return [[parameter.name, JSON.stringify(value)]];
  if (!Array.isArray(value)) return [[parameter.name, String(value)]];
  if (parameter.explode ?? true) return value.map((each) => [parameter.name, String(each)]);
  return [[parameter.name, value.join(',')]];
}

/** The pairs of a form body, as the media type's `encoding` says. */
export function formPairs(value, { encoding = {} }) {
  return Object.entries(value).flatMap(([name, each]) => {
    const { contentType, style } = encoding[name] ?? {};
    if (contentType === 'application/json') return [[name, JSON.stringify(each)]];
    if (style === 'deepObject') return bracketPairs(name, each);
    return (Array.isArray(each) ? each : [each]).map((one) => [name, String(one)]);
  });
}

/** PHP's form of nested values, as its http_build_query writes them: `ticket[assigned_to][0]`; nothing for null. */
function bracketPairs(name, value) {
  if (value === null) return [];
  if (typeof value === 'boolean') return [[name, value ? '1' : '0']];
  if (typeof value !== 'object') return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, each]) => bracketPairs(`${name}[${key}]`, each));
}

/** The pairs as one text, percent-encoded. */
export function urlencoded(pairs) {
  return new URLSearchParams(pairs).toString();
}
