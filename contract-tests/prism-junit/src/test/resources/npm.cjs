// In place of npm: notes its arguments beside the folder that it runs in, and installs an empty Prism there.
process.stdin.unref(); // npm, too, opens it.
const fs = require('fs');
const cli = 'node_modules/@stoplight/prism-cli';
fs.mkdirSync(`${cli}/dist`, { recursive: true });
fs.writeFileSync(`${cli}/dist/index.js`, '');
fs.writeFileSync(`${cli}/package.json`, '{"version":"5.14.2"}');
fs.appendFileSync('../npm-runs', process.argv.slice(2).join(' ') + '\n');
