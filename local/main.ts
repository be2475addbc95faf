import './runtime.mjs';

// Imported only now, because an old Node cannot even load these modules.
const { terminal } = await import('./command-line.ts');
const { main } = await import('./start.ts');
// Whatever this process creates, such as SQLite’s files beside the data file, is only for its own user.
process.umask(0o077);
const code = await main(process.argv.slice(2), terminal);
// Whatever was opened before the start failed would keep the process alive.
if (code !== 0) process.exit(code);
