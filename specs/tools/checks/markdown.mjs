// As much of Markdown as it takes to find links and what they may lead to.

const FENCED = /^( *)(```+|~~~+)[\s\S]*?^ *\2[`~]*\s*?$/gm;
const INLINE = /(`+)(?!`)(?:(?!\n\n)[\s\S])*?[^`]\1(?!`)/g;

/** Code is no text. Its place stays, so that lines can be counted. */
const withoutCode = (markdown) => markdown.replace(FENCED, blank).replace(INLINE, blank);
const blank = (text) => text.replace(/[^\n]/g, ' ');

/** The links as `{target, line}`. */
export function links(markdown) {
  const text = withoutCode(markdown);
  const patterns = [
    /\]\(\s*<?([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?(?:\s+["'(][^)]*)?\)/g, // [text](target "title")
    /^ {0,3}\[[^\]]+\]:\s*<?(\S+?)>?(?:\s.*)?$/gm, // [name]: target
    /<((?:https?|mailto):[^\s>]*)>/g,
    /\b(?:href|src)="([^"]*)"/g,
    /(?<![("<\w\]])(https?:\/\/[^\s<>"'`\])}]*[^\s<>"'`\])}.,;:!?])/g, // bare
  ];
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .sort((a, b) => a.index - b.index)
    .map(({ 1: target, index }) => ({ target, line: text.slice(0, index).split('\n').length }));
}

/** The anchors of the headings, as GitHub makes them. */
export function anchors(markdown) {
  const slugs = [];
  const found = [];
  for (const [, heading] of markdown.replace(FENCED, blank).matchAll(/^#{1,6}\s+(.*?)\s*#*$/gm)) {
    const slug = slugOf(heading);
    const same = slugs.filter((each) => each === slug).length;
    slugs.push(slug);
    found.push(same === 0 ? slug : `${slug}-${same}`);
  }
  const ids = [...markdown.matchAll(/\b(?:id|name)="([^"]+)"/g)].map(([, id]) => id);
  return [...found, ...ids];
}

const slugOf = (heading) =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s/g, '-');

/** Why an address of another server cannot be right, or nothing. Nobody is asked whether it answers. */
export function addressProblem(target) {
  try {
    const { protocol, hostname, pathname } = new URL(target);
    if (protocol === 'mailto:') return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(pathname) ? undefined : 'is no mail address';
    if (!['http:', 'https:'].includes(protocol)) return `has the scheme ${protocol} that no reader can follow`;
    const isName = hostname === 'localhost' || /^\[.*\]$|^[^.]+(\.[^.]+)+$/.test(hostname);
    return isName ? undefined : `names no host (${hostname || 'nothing'})`;
  } catch {
    return 'is no address';
  }
}

export const isAddress = (target) => /^[a-z][a-z\d+.-]*:/i.test(target);
