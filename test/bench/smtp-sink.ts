import { SMTPServer } from 'smtp-server';

/** A real SMTP server in a process of its own: takes every mail, keeps none, and tells its parent its port. */
let stalled = false;

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onConnect(_session, done) {
    if (!stalled) done();
  },
  onData(stream, _session, done) {
    stream.on('end', () => {
      if (!stalled) done();
    });
    stream.resume();
  },
});

const listener = server.listen(0, '127.0.0.1');
listener.once('listening', () => {
  const address = listener.address();
  process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 });
});
process.on('message', () => {
  stalled = true;
});
process.once('disconnect', () => process.exit(0));
