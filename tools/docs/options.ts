import { optionList, variableOf, type Option } from '../../local/option-table.ts';
import { code, table } from '../markdown-table.ts';

type Language = 'en' | 'zh';

const heads = {
  en: { flag: 'option', variable: 'variable', meaning: 'meaning', or: 'otherwise' },
  zh: { flag: '选项', variable: '变量', meaning: '作用', or: '不写时' },
} as const;

const isSecret = ([, { secret }]: readonly [string, Option]): boolean => secret === true;
const valueOf = ({ type, value = '' }: Option): string => (type === 'boolean' ? 'true' : value);

/** The flags of docs/options, each with its variable. */
export function optionsTable(language: Language): string {
  const { flag, variable, meaning, or } = heads[language];
  const rows = optionList
    .filter((one) => !isSecret(one))
    .map(([name, option]) => [
      code(option.type === 'boolean' ? `--${name}` : `--${name} ${option.value ?? ''}`),
      code(variableOf(name)),
      option[language],
      option.or === undefined ? '' : code(option.or),
    ]);
  return table([flag, variable, meaning, or], rows);
}

/** What can be set by a variable alone. */
export function variablesTable(language: Language): string {
  const { variable, meaning } = heads[language];
  const rows = optionList
    .filter(isSecret)
    .map(([name, option]) => [code(`${variableOf(name)}=${valueOf(option)}`), option[language]]);
  return table([variable, meaning], rows);
}

const HEAD = `# Variables of the product, written by \`npm run docs\` from local/option-table.ts. A flag wins over its variable.
# Copy this file, take the # away before the lines you need, and keep the copy for its owner only (chmod 600).
# systemd: EnvironmentFile=  docker: --env-file  otherwise: node --env-file=.env main.mjs
`;

/** `.env.example`: every variable, none of them set. */
export const exampleFile = (): string =>
  [
    HEAD,
    ...optionList.map(
      ([name, option]) =>
        `# ${option.en.replaceAll('`', '')}${option.or === undefined ? '' : ` (${option.or})`}\n#${variableOf(name)}=${valueOf(option)}\n`,
    ),
    '# Outgoing HTTP (SMS gateway, OIDC issuer) goes by these proxies only with the first line; mail (SMTP) never does\n#NODE_USE_ENV_PROXY=1\n#HTTPS_PROXY=http://proxy.example.cn:3128\n#NO_PROXY=127.0.0.1,localhost\n',
  ].join('\n');
