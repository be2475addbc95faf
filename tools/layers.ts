/**
 * Layers and circles of imports, types included. `npm run rooms` checks them, and pairs of folders that import each
 * other besides. Packages that a layer may not use are a matter of eslint.config.js.
 */
const layer = (name: string, path: string, ...forbidden: readonly string[]) => ({
  name,
  severity: 'error' as const,
  from: { path },
  to: { path: [...forbidden] },
});

const edges = ['^functions/', '^local/', '^infra/', '^web/', '^tools/', '^test/'];
const upper = [
  '^shared/usecases/',
  '^shared/letters/',
  '^shared/documents/',
  '^shared/exports/',
  '^shared/rosters/',
];

export const layers = {
  forbidden: [
    { name: 'no-circle', severity: 'error' as const, from: {}, to: { circular: true } },
    layer('shared knows no edge', '^shared/', ...edges),
    layer(
      'the domain decides by itself',
      '^shared/(domain|rules|vocabulary)/',
      ...upper,
      '^shared/(contract|store|files)/',
    ),
    layer('records know the domain alone', '^shared/records/', ...upper, '^shared/(contract|files)/'),
    layer('formats know no words', '^shared/files/', ...upper, '^shared/(contract|records|store)/'),
    layer(
      'letters and papers act on nothing',
      '^shared/(letters|documents|exports|rosters)/',
      '^shared/usecases/',
      '^shared/ports',
    ),
    layer('the contract is no act', '^shared/contract/', '^shared/usecases/', '^shared/store/'),
    layer('the loop is called, by no use case', '^shared/usecases/(?!loop/)', '^shared/usecases/loop/'),
    layer('functions import shared alone', '^functions/', '^local/', '^infra/', '^web/', '^tools/', '^test/'),
    layer('local composes functions and shared', '^local/', '^infra/', '^web/', '^tools/', '^test/'),
    layer(
      'infra reads the registry, and which jurisdictions there are',
      '^infra/',
      '^functions/',
      '^local/',
      '^web/',
      '^shared/(?!rules/catalogue\\.ts$).+/',
      '^test/',
    ),
    layer(
      'web reads the contract and the words',
      '^web/',
      '^functions/',
      '^local/',
      '^infra/',
      '^shared/(usecases|store|rosters|letters)/',
      '^test/',
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|dist|cdk\\.out)/' },
  },
};
