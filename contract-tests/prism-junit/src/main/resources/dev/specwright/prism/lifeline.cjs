// Standard input is the lifeline of this process, Prism or npm. It ends when the JVM that started the process ends,
// however it ends, and then the process ends too. The thread of its own does so even while Prism computes and answers
// nobody, and leaves standard input to the other one: two handles for it are an error in one thread.
function endWithStandardInput() {
  const { Socket } = require('net');
  new Socket({ fd: 0 }).on('close', () => process.kill(process.pid, 'SIGKILL')).resume();
}

const { isMainThread, Worker } = require('worker_threads');
// What npm is told to read first, its threads read too.
if (isMainThread) new Worker('(' + endWithStandardInput + ')()', { eval: true }).unref();
