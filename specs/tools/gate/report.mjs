// What a publisher reads: a few lines on the console, everything in a Markdown file.

const KINDS = [
  ['major', 'Breaking', 'breaking'],
  ['minor', 'Additions, and changes that callers can ignore', 'compatible'],
];
const TEXTS = 'Texts, examples, order';
const MOST = 20;

/** The changes of one impact by place: what two readers say about one place stands together. */
function places({ changes }, impact) {
  const byPlace = new Map();
  for (const found of changes.filter((one) => one.impact === impact)) {
    const key = `${found.pointer} ${found.side}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), found]);
  }
  return [...byPlace.values()].sort(([a], [b]) => (a.pointer < b.pointer ? -1 : a.pointer > b.pointer ? 1 : 0));
}

const fileOf = ({ api }, { side }) => (side === 'released' ? `${api}/released/openapi.yaml` : `${api}/openapi.yaml`);

export function summary(result) {
  const { api, released, working, impact, problem, texts } = result;
  const counts = KINDS.map(([impact, , name]) => [places(result, impact).length, name]);
  const found = [...counts, [texts.length, 'in texts']]
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count} ${name}`);
  const versions =
    working === undefined
      ? '(gone)'
      : released === undefined
        ? `${working}, never released`
        : released === working
          ? working
          : `${released} -> ${working}`;
  const unchanged = released === undefined ? '' : ': no changes';
  const lines = [
    `gate: ${api} ${versions}${found.length > 0 ? `: ${found.join(', ')}` : unchanged}${problem ? ' - FAILED' : ''}`,
  ];
  if (!problem) return lines.join('\n');

  // What weighs most is what the version has to rise for.
  const decisive = impact === 'patch' ? texts.map((pointer) => [{ pointer, side: 'working' }]) : places(result, impact);
  for (const findings of decisive.slice(0, MOST)) {
    const [{ line, pointer }] = findings;
    lines.push(`  ${fileOf(result, findings[0])}${line ? `:${line}` : ''}  ${pointer}`);
    for (const { message, reader, rule } of findings.filter((found) => found.message))
      lines.push(`      ${message} (${reader}, ${rule})`);
  }
  if (decisive.length > MOST) lines.push(`  and ${decisive.length - MOST} more: see target/gate/${api}.md`);
  lines.push(`  ${problem}`);
  return lines.join('\n');
}

export function markdown(result) {
  const { api, released, working, impact, problem, texts } = result;
  const lines = [`# ${api}: changes since the last release`, ''];
  if (released === undefined)
    lines.push(working === undefined ? 'The document is gone.' : `Version ${working}. It was never released.`);
  else
    lines.push(
      `Released: ${released}. Now: ${working}. Needed: ${impact === 'none' ? 'no new version' : `a raised ${impact} version`}.`,
    );
  lines.push('', problem ? `**Refused.** ${problem}` : '**Accepted.**', '');
  for (const [kind, title] of KINDS) {
    const found = places(result, kind);
    if (found.length === 0) continue;
    lines.push(`## ${title}`, '');
    for (const findings of found) {
      lines.push(`- \`${findings[0].pointer}\` (${fileOf(result, findings[0])}:${findings[0].line})`);
      for (const { message, reader, rule } of findings) lines.push(`  - ${message} (${reader}, ${rule})`);
    }
    lines.push('');
  }
  if (texts.length > 0) lines.push(`## ${TEXTS}`, '', ...texts.map((pointer) => `- \`${pointer}\``), '');
  if (released !== undefined && impact === 'none') lines.push('Nothing changed.', '');
  return lines.join('\n');
}
