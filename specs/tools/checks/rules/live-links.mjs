import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { addressProblem, anchors, isAddress, links } from '../markdown.mjs';

/** Links of descriptions lead to a heading, tag, operation or file that is there; addresses can be addresses. */
export default function* check(document) {
  const introduction = anchors(document.root.info?.description ?? '');
  for (const { value, path } of document.nodes) {
    if (typeof value.description === 'string') {
      const headings = [...introduction, ...anchors(value.description)];
      for (const { target } of links(value.description))
        yield* problem(document, [...path, 'description'], target, headings);
    }
    for (const name of ['url', 'termsOfService']) {
      if (typeof value[name] === 'string' && !value.variables)
        yield* problem(document, [...path, name], value[name], introduction);
    }
  }
  for (const [id, { url } = {}] of Object.entries(document.root['x-sources'] ?? {})) {
    if (url !== undefined) yield* problem(document, ['x-sources', id, 'url'], url, introduction);
  }
}

function* problem(document, path, target, headings) {
  if (isAddress(target)) {
    const reason = addressProblem(target);
    if (reason) yield { path, found: `The link ${target} ${reason}.`, remedy: 'Write it as https://host/path.' };
  } else if (target.startsWith('#')) {
    const anchor = decodeURIComponent(target.slice(1));
    if (headings.includes(anchor) || isElsewhere(document, anchor)) return;
    yield {
      path,
      found: `The link #${anchor} leads nowhere.`,
      remedy: 'Name a heading of this text or of the introduction (in-small-letters), tag/NAME or operation/ID.',
    };
  } else if (!document.folder || !existsSync(join(document.folder, target.split('#')[0]))) {
    yield { path, found: `The link ${target || '()'} leads to no file.`, remedy: 'Write it relative to the document.' };
  }
}

/** Anchors that the documentation makes for tags and operations. */
function isElsewhere(document, anchor) {
  const [kind, name] = [anchor.split('/')[0], anchor.split('/').slice(1).join('/')];
  if (kind === 'tag') return (document.root.tags ?? []).some((tag) => tag.name === name);
  if (kind === 'operation') return document.operations().some(({ value }) => value.operationId === name);
  return false;
}
