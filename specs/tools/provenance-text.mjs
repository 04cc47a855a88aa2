// Where each part of a document comes from, for a person who doubts it or has the vendor's page open beside it.
import { around } from './checks/document.mjs';
import { extensionsNamed } from './checks/rules/known-sources.mjs';

const CONFIDENCE = {
  A: "read in the vendor's page or code",
  B: 'read in working code of a third party',
  C: 'inferred, the note says from what',
};

/** PROVENANCE.md of a document, as Markdown. */
export function provenance(document) {
  const { info, externalDocs } = document.root;
  const parts = [
    `# Where the ${info.title} ${info.version} comes from`,
    'Made from [openapi.yaml](openapi.yaml) with `npm run provenance`. Do not edit.',
    externalDocs && `The page: [${externalDocs.description ?? externalDocs.url}](${externalDocs.url})`,
    '## On the page',
    'Each section of the page, and what of the document says what it says.',
    ...sections(document),
    '## Not on the page',
    ...sources(document),
    '## Assumptions',
    ...assumptions(document),
    ...partOfDescription(info.description, /slips|reads the page/i, 'Slips and contradictions of the page'),
    ...partOfDescription(info.description, /^(not known|unknown)/i, 'Unknown'),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function sections(document) {
  const bySection = new Map();
  for (const node of document.nodes) {
    const section = node.value['x-section'];
    if (section === undefined || node.value.$ref) continue;
    bySection.set(section, [...(bySection.get(section) ?? []), node]);
  }
  if (bySection.size === 0) return ['The document names no section.'];
  return [...bySection].sort(byNumber).flatMap(([section, nodes]) => [`### ${section}`, sectionList(document, nodes)]);
}

/** Numbered sections in their order, others in the order of the document. The sort is stable. */
function byNumber([a], [b]) {
  const numbers = [a, b].map((section) => /^\d[\d.]*/.exec(section)?.[0].split('.').map(Number));
  if (numbers.some((each) => each === undefined)) return 0;
  const differing = numbers[0].findIndex((number, i) => number !== numbers[1][i]);
  return differing === -1 ? 0 : numbers[0][differing] - (numbers[1][differing] ?? 0);
}

const TITLES = { operation: 'Operations', schema: 'Schemas', parameter: 'Parameters' };

function sectionList(document, nodes) {
  const lines = Object.entries(TITLES).map(([kind, title]) => {
    const names = nodes.filter((node) => node.kind === kind).map((node) => labelled(document, node));
    return names.length > 0 && `- ${title}: ${names.join(', ')}`;
  });
  const others = nodes.filter(({ kind }) => !TITLES[kind]).map(({ path }) => element(document, path));
  return [...lines, others.length > 0 && `- Others: ${others.join(', ')}`].filter(Boolean).join('\n');
}

/** Operations with method and path, since that is what a page shows; parameters with their wire name. */
function labelled(document, { kind, path, value }) {
  if (kind === 'operation') {
    const [root, place, method] = path;
    return `${code(value.operationId ?? '?')} (${method.toUpperCase()} ${root === 'paths' ? '' : 'to a webhook, '}${code(place)})`;
  }
  return element(document, path).replace(/^parameter /, '');
}

function sources(document) {
  const all = document.root['x-sources'] ?? {};
  const found = [...extensionsNamed('x-source', document.root)];
  if (found.length === 0)
    return ['Nothing: the document says only what the page says, and what is listed as an assumption.'];
  const count = (letter) => found.filter(({ value }) => value.confidence === letter).length;
  const scale = Object.entries(CONFIDENCE).map(
    ([letter, meaning]) => `- ${letter}: ${meaning}; places: ${count(letter)}`,
  );
  return [
    'What the page does not say and a source does. How sure it is:',
    scale.join('\n'),
    ...Object.entries(all).flatMap(([id, source]) =>
      sourceSection(
        document,
        id,
        source,
        found.filter(({ value }) => value.ref === id),
      ),
    ),
  ];
}

function sourceSection(document, id, { title, url }, found) {
  const rows = grouped(document, found, ({ value }) => [value.confidence, text(value.note ?? '')]);
  return [
    `### Source \`${id}\``,
    `${title}: ${url ? `<${url}>` : 'no address'}`,
    found.length === 0
      ? 'Named in texts only.'
      : [
          '| what | confidence | note |',
          '|---|---|---|',
          ...rows.map(({ key, names }) => `| ${names} | ${key[0]} | ${key[1]} |`),
        ].join('\n'),
  ];
}

function assumptions(document) {
  const found = [...extensionsNamed('x-assumption', document.root)];
  if (found.length === 0) return ['None.'];
  const rows = grouped(document, found, ({ value }) => [text(value)]);
  return [
    'Nobody says these; they are how this document reads the silence, and why. Do not rely on them without a test.',
    ['| what | assumption |', '|---|---|', ...rows.map(({ key, names }) => `| ${names} | ${key[0]} |`)].join('\n'),
  ];
}

/** The same statement about many places is one row. */
function grouped(document, found, keyOf) {
  const rows = new Map();
  for (const each of found) {
    const key = keyOf(each);
    const id = JSON.stringify(key);
    const names = [...(rows.get(id)?.names ?? []), element(document, each.path.slice(0, -1))];
    rows.set(id, { key, names });
  }
  return [...rows.values()].map(({ key, names }) => ({ key, names: [...new Set(names)].join(', ') }));
}

/** The chapter of the description whose heading matches, one level below the title that it gets here. */
function partOfDescription(description = '', heading, title) {
  const chapters = description.split(/^(?=## )/m);
  const chapter = chapters.find((each) => heading.test(/^## (.*)/.exec(each)?.[1] ?? ''));
  return chapter ? [`## ${title}`, chapter.replace(/^## .*\n/, '').trim()] : [];
}

/** A place of the document as a person would call it, such as `Account.name` or `getUser` answer `401`. */
export function element(document, path) {
  if (path.length === 0) return 'the document';
  const node = document.nodes.findLast(({ path: at }) => at.every((step, i) => step === path[i]));
  const names = [];
  for (let one = node; one; one = one.parent) names.unshift(step(one, document));
  const rest = path.slice(node.path.length);
  const known = names.filter(Boolean).join(' ').replaceAll('` `.', '.').replaceAll('` `[]', '[]');
  return [known, rest.length > 0 && code(rest.join(' > '))].filter(Boolean).join(' ');
}

function step({ kind, path, value, parent }, document) {
  const name = path.at(-1);
  const isComponent = path.length === 3 && path[0] === 'components';
  switch (kind) {
    case 'operation':
      return code(value.operationId ?? `${name} ${path.at(-2)}`);
    case 'schema':
      if (isComponent) return code(name);
      if (path.at(-2) === 'properties') return `\`.${name}\``;
      if (name === 'items') return '`[]`';
      return name === 'schema' ? undefined : `${path.at(-2)} ${Number(name) + 1}`;
    case 'parameter':
      return `parameter ${code(value.name)}${isComponent && isAmbiguous(value.name, document) ? ` (${name})` : ''}`;
    case 'requestBody':
      return isComponent ? `request ${code(name)}` : 'request';
    case 'response':
      return `answer ${code(name)}`;
    case 'header':
      return `header ${code(name)}`;
    case 'mediaType':
      return around(parent, 'parameter') ? undefined : code(name);
    case 'server':
      return `server ${code(value.url)}`;
    case 'securityScheme':
      return `security scheme ${code(name)}`;
    case 'tag':
      return `tag ${code(value.name)}`;
    case 'pathItem':
      return undefined;
    case 'info':
      return 'the introduction';
    default:
      return undefined;
  }
}

/** Shared parameters of different operations may have the same name. */
const isAmbiguous = (name, { root }) =>
  Object.values(root.components.parameters).filter((each) => each.name === name).length > 1;

const code = (name) => `\`${name}\``;

/** In a cell of a table. */
const text = (words) => words.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|');
