// In place of npm: says where it runs, and never ends.
require('net').connect(process.env.TEST_PORT).write(`${process.cwd()}\n`);
