// Runs Prism, or a module in its place, in this process: node -e THIS -- PROGRAM ARGUMENTS...
// A module in Prism's place takes the parts of the Prism that its first argument names.
const module_ = process.argv[1].endsWith('.mjs');
const prism = process.argv[module_ ? 2 : 1];
try {
  watchRouter(prism);
  if (module_) import(require('url').pathToFileURL(process.argv[1])).catch(reportMissing);
  else require(prism);
} catch (e) {
  reportMissing(e);
}

/** Part of an installation can get lost. Then it is there, so that nobody installs it, and yet does not run. */
function reportMissing(e) {
  if (e.code !== 'MODULE_NOT_FOUND') throw e;
  const folder = prism.slice(0, prism.lastIndexOf('node_modules')) + 'node_modules';
  console.error(`A part of Prism is missing: ${e.message.split('\n')[0]}. Delete ${folder} and start again.`);
  process.exit(1);
}
