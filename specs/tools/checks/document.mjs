import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import { walk } from './walk.mjs';

/** A document, with what most rules ask for. */
export class Document {
  /** `file` is what messages call it, `folder` where relative links start. */
  constructor(text, { file = 'openapi.yaml', folder, extensions = [] } = {}) {
    this.file = file;
    this.folder = folder;
    this.extensions = extensions;
    this.lines = new LineCounter();
    this.yaml = parseDocument(text, { lineCounter: this.lines });
    if (this.yaml.errors.length > 0) throw this.yaml.errors[0];
    this.root = this.yaml.toJS();
    this.nodes = [...walk(this.root)];
  }

  static read(path, options) {
    return new Document(readFileSync(path, 'utf8'), options);
  }

  ofKind(...kinds) {
    return this.nodes.filter(({ kind }) => kinds.includes(kind));
  }

  /** Follows `$ref` until there is none. A reference to nothing is nothing: the linters report it. */
  resolve(value) {
    for (let depth = 0; value?.$ref && depth < 32; depth++) {
      const steps = value.$ref.replace(/^#\/?/, '').split('/');
      value = steps.reduce(
        (at, step) => at?.[decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')],
        this.root,
      );
    }
    return value?.$ref ? undefined : value;
  }

  /** The operations as `{value, path, parameters}`; parameters include those of the path, all resolved. */
  operations() {
    return this.ofKind('operation').map(({ value, path, parent }) => {
      const own = (value.parameters ?? []).map((each) => this.resolve(each));
      const isNew = (shared) => !own.some(({ name, in: place } = {}) => name === shared?.name && place === shared?.in);
      const shared = (parent.value.parameters ?? []).map((each) => this.resolve(each)).filter(isNew);
      return { value, path, parameters: [...shared, ...own].filter(Boolean) };
    });
  }

  /** The schemas that apply to one value: `schema` itself and what it is composed of, all resolved. */
  parts(schema, seen = new Set()) {
    const resolved = this.resolve(schema);
    if (!resolved || seen.has(resolved)) return [];
    seen.add(resolved);
    const inner = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => resolved[keyword] ?? []);
    return [resolved, ...inner.flatMap((part) => this.parts(part, seen))];
  }

  /** The properties of a schema, those of its parts included, as `[name, schema]`. */
  properties(schema) {
    return this.parts(schema).flatMap((part) => Object.entries(part.properties ?? {}));
  }

  property(schema, name) {
    return this.properties(schema).find(([each]) => each === name)?.[1];
  }

  /** The line of the nearest place that exists. */
  line(path) {
    for (let length = path.length; length >= 0; length--) {
      const node = this.yaml.getIn(path.slice(0, length).map(asKey), true);
      if (node?.range) return this.lines.linePos(node.range[0]).line;
    }
    return 1;
  }
}

function asKey(step) {
  return /^(0|[1-9]\d*)$/.test(step) ? Number(step) : step;
}

/** `/paths/~1x/get` for a reader. */
export const place = (path) => (path.length === 0 ? 'The document' : path.join(' > '));

export const isProperty = ({ kind, path, parent }) =>
  kind === 'schema' &&
  parent?.kind === 'schema' &&
  path.length === parent.path.length + 2 &&
  path.at(-2) === 'properties';

/** The nearest of the `kinds` around `node`. */
export function around(node, ...kinds) {
  let at = node;
  while (at && !kinds.includes(at.kind)) at = at.parent;
  return at;
}

export const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data'];
export const JSON_TYPE = 'application/json';
export const list = (names) => [...names].map((name) => `"${name}"`).join(', ') || 'none';
