// The credential that may travel in the query (or in a header) or in the form, which OpenAPI cannot say: a form
// property with `x-credential: NAME`, next to `security: [{NAME: []}, {}]`. And logins that Prism does not know as such.
import { unauthorized } from './violations.mjs';

/** Returns a function from security check and pairs of the form to a security check, or nothing for other operations. */
export function formCredential({ body, security }, { shapeOf, isForm }) {
  const forms = Object.entries(body?.content ?? {}).filter(([mediaType]) => isForm(mediaType));
  const properties = forms.flatMap(([, { schema }]) => [...shapeOf(schema).properties]);
  const schemes = security.flat().map(({ key }) => key);
  const names = properties.filter(([, { 'x-credential': scheme }]) => schemes.includes(scheme)).map(([name]) => name);
  const isOptional = security.some((alternative) => alternative.length === 0);
  if (names.length === 0 || !isOptional) return undefined;
  const places = [...new Set(security.flat().map(placeOf)), `${names[0]} in the form`];
  return {
    isIn: (pairs) => pairs.some(([name, text]) => names.includes(name) && text !== ''),
    missing: unauthorized(`Request must have a credential: ${places.join(', or ')}`),
  };
}

function placeOf({ type, name, scheme, in: place }) {
  if (type === 'apiKey') return `${name} in the ${place}`;
  return type === 'http' ? `Authorization with ${scheme}` : 'Authorization';
}

/** The request with a login as Prism knows it: to Prism a password with colons, which HTTP Basic allows, is none. */
export function withoutColons(element) {
  const [scheme, token = ''] = element.headers?.authorization?.split(' ') ?? [];
  if (scheme?.toLowerCase() !== 'basic') return element;
  const [user, ...password] = Buffer.from(token, 'base64').toString().split(':');
  if (password.length < 2) return element;
  const authorization = `Basic ${Buffer.from(`${user}:${password.join('')}`).toString('base64')}`;
  return { ...element, headers: { ...element.headers, authorization } };
}
