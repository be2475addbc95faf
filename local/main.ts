import './runtime.mjs';

// Only then: an old Node cannot even load what follows.
await import('./start.ts');
