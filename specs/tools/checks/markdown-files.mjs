import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { addressProblem, anchors, isAddress, links } from './markdown.mjs';

const SKIPPED = ['node_modules', 'target'];

/** The Markdown files below `folder`. */
export function markdownFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory())
        return SKIPPED.includes(entry.name) || entry.name.startsWith('.') ? [] : markdownFiles(path);
      return entry.name.endsWith('.md') ? [path] : [];
    });
}

/** The dead links of the Markdown files below `folder`, as `{file, line, found, remedy}`. */
export function* deadLinks(folder) {
  for (const path of markdownFiles(folder)) {
    for (const { target, line } of links(readFileSync(path, 'utf8'))) {
      const problem = problemOf(path, target);
      if (problem) yield { file: relative(folder, path), line, ...problem };
    }
  }
}

function problemOf(path, target) {
  if (isAddress(target)) {
    const reason = addressProblem(target);
    return reason && { found: `The link ${target} ${reason}.`, remedy: 'Write it as https://host/path.' };
  }
  const [name, anchor] = target.split('#').map(decodeURIComponent);
  const file = name === '' ? path : join(dirname(path), name);
  if (target === '' || !existsSync(file))
    return {
      found: `The link ${target || '()'} leads to no file.`,
      remedy: `Write it relative to ${path.split(/[\\/]/).at(-1)}.`,
    };
  if (!anchor || statSync(file).isDirectory() || !file.endsWith('.md')) return undefined;
  const headings = anchors(readFileSync(file, 'utf8'));
  if (headings.includes(anchor)) return undefined;
  return {
    found: `The link ${target} leads to no heading.`,
    remedy: `Use one of ${headings.map((each) => `#${each}`).join(', ')}.`,
  };
}
