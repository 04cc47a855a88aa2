// Releases documents: what is compared with from now on, see gate.mjs.
//   npm run release -- <api> [<api>...]      or --all
//   npm run release -- <api> --replace       the same version once more, while nobody has got it
import { documents } from './documents.mjs';
import { release } from './gate/publish.mjs';

const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const found = documents();
const known = found.map(({ api }) => api);

const strange = [
  ...options.filter((option) => !['--all', '--replace'].includes(option)),
  ...names.filter((name) => !known.includes(name)),
];
const chosen = options.includes('--all') ? found : found.filter(({ api }) => names.includes(api));
if (strange.length > 0 || chosen.length === 0) {
  console.error(
    `release: ${strange.length > 0 ? `what is ${strange.join(', ')}?` : 'which document?'} Name some of ${known.join(', ')}, or --all.`,
  );
  process.exit(1);
}

for (const document of chosen) {
  try {
    console.log(`release: ${await release(document, { replace: options.includes('--replace') })}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
