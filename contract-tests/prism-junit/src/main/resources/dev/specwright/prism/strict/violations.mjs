// What is wrong with a request, as Prism reports it.
const ERROR = 0;

/**
 * @param place `query` or `body`
 * @param problem `{path, code, message}`, the path below the place
 */
export function violation(place, { path, code, message }) {
  const kind = place === 'body' ? 'property' : 'parameter';
  const subject = path.length > 0 ? `${place} ${kind} ${path.join('.')}` : place;
  return { path: [place, ...path.map(String)], code, message: `Request ${subject} ${message}`, severity: ERROR };
}

/** The codes of these two are HTTP statuses, by which Prism chooses its answer. */
export function unauthorized(message) {
  return { code: 401, message, severity: ERROR };
}

export function unsupported(message) {
  return { code: 415, message, severity: ERROR };
}
