import tseslint from 'typescript-eslint';

/** Imports go one way: domain ← use cases ← functions, local; infra → registry only; web → contract only. */
const forbid = (files, groups, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group: groups, message }] }] },
});

const aws = [
  '@aws-sdk/*',
  '@aws-lambda-powertools/*',
  'aws-lambda',
  'aws-cdk-lib',
  'aws-cdk-lib/*',
  '@middy/*',
  '@smithy/*',
];
const world = [
  'node:fs',
  'node:fs/*',
  'node:http',
  'node:https',
  'node:net',
  'node:child_process',
  'node:sqlite',
  'nodemailer',
  'dynalite',
];
const outer = ['**/functions/**', '**/local/**', '**/infra/**', '**/web/**'];

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'cdk.out/',
      '**/dist/',
      'coverage/',
      '.data/',
      'shared/rulebooks/*.json',
      'web/src/api/schema.ts',
    ],
  },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 330, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Types are asserted only in the brand constructors.
    files: ['shared/domain/time/day.ts', 'shared/domain/time/instant.ts'],
    rules: { '@typescript-eslint/consistent-type-assertions': 'off' },
  },
  {
    // The tests destructure interfaces whose members are closures.
    files: ['test/**/*.ts'],
    // vitest’s asymmetric matchers are `any`.
    rules: { '@typescript-eslint/unbound-method': 'off', '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    files: ['shared/**/*.ts', 'functions/**/*.ts'],
    ignores: ['functions/lambda/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Configuration is passed in by a composition root.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'The clock is passed in.',
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The clock is passed in.',
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Chance is passed in.',
        },
      ],
    },
  },
  {
    // Reads from the server go through the client, changes through `useAct`, which names each act.
    files: ['web/src/**/*.ts', 'web/src/**/*.tsx'],
    ignores: ['web/src/api/client.ts', 'web/src/api/use-api.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.name='fetch']", message: 'The client asks the server.' },
        {
          selector: "CallExpression[callee.name='call'][arguments.0.value=/^(POST|PUT|PATCH|DELETE) .v1/]",
          message: 'An act goes through useAct, which names it.',
        },
        { selector: "CallExpression[callee.name='useMutation']", message: 'An act goes through useAct.' },
      ],
    },
  },
  forbid(['shared/**/*.ts'], [...aws, ...world, ...outer], 'shared is free of AWS, files and the network.'),
  forbid(
    ['shared/domain/**/*.ts', 'shared/rules/**/*.ts', 'shared/letters/**/*.ts'],
    [...aws, ...world, ...outer, '**/usecases/**', '**/ports.ts'],
    'The domain knows no use case and no port.',
  ),
  forbid(
    ['functions/**/*.ts'],
    ['**/local/**', '**/infra/**', '**/web/**', 'dynalite', 'aws-cdk-lib', 'aws-cdk-lib/*'],
    'Functions import shared alone.',
  ),
  forbid(
    ['local/**/*.ts'],
    ['**/infra/**', '**/web/**', 'aws-cdk-lib', 'aws-cdk-lib/*', 'dynalite'],
    'local composes functions and shared.',
  ),
  forbid(
    ['infra/**/*.ts'],
    ['**/functions/**', '**/local/**', '**/web/**', '**/usecases/**', '**/domain/**', '**/store/**'],
    'infra reads the registry alone.',
  ),
  forbid(
    ['web/**/*.ts', 'web/**/*.tsx'],
    ['**/functions/**', '**/local/**', '**/infra/**', '**/usecases/**', '**/store/**'],
    'web reads the contract alone.',
  ),
);
