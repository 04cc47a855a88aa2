// In place of npm: notes its arguments beside the folder that it runs in, and installs nothing there.
const fs = require('fs');
fs.mkdirSync('node_modules');
fs.appendFileSync('../npm-runs', process.argv.slice(2).join(' ') + '\n');
