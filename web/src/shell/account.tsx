import { Button, Dropdown, Space, Tag } from 'antd';
import { use, type ReactElement } from 'react';
import { useRead } from '../api/use-api.ts';
import { useConfig } from '../api/use-config.ts';
import { useSpeech, wordFor } from '../i18n/words.ts';
import { leave } from '../session/leave.ts';
import { session } from '../session/session.ts';
import { useSession } from '../session/use-session.ts';
import { ShadeContext } from './shade.ts';
import { ClockButton } from './clock.tsx';

const LONG = 60 * 60_000;

/** The person and the jurisdiction; language, shade, sign-out. */
export function Account({ wide }: { readonly wide: boolean }): ReactElement {
  const { words, language, speak } = useSpeech();
  const { shade, paint } = use(ShadeContext);
  const { role, sub, name, jurisdiction, own, office } = useSession();
  const { data: config } = useConfig();
  const account = config?.signIn === 'oidc' ? config.account : undefined;
  const { data } = useRead('GET /v1/jurisdictions', { staleTime: LONG });
  const place = data?.items.find(({ id }) => id === jurisdiction)?.name ?? '';
  const who = [wordFor(words.terms.roles, role ?? ''), office && wordFor(words.terms.offices, office)]
    .filter(Boolean)
    .join(' · ');
  const below = (data?.items ?? []).filter(({ regulated, id }) => regulated && id !== own);
  const items = [
    { key: 'who', label: `${who} ${name ?? sub}`, disabled: true },
    { type: 'divider' as const },
    ...(role === 'superior'
      ? below.map(({ id, name }) => ({ key: `j:${id}`, label: `${words.shell.jurisdiction}：${name}` }))
      : []),
    { key: 'language', label: words.shell.language, lang: language === 'zh' ? 'en' : 'zh-CN' },
    { key: 'shade', label: shade === 'dark' ? words.shell.light : words.shell.dark },
    ...(account === undefined
      ? []
      : [{ key: 'account', label: <a href={account}>{words.shell.ownAccount}</a> }]),
    { key: 'leave', label: words.shell.leave },
  ];
  const choose = ({ key }: { key: string }): void => {
    if (key === 'language') speak(language === 'zh' ? 'en' : 'zh');
    else if (key === 'shade') paint(shade === 'dark' ? 'light' : 'dark');
    else if (key === 'leave') leave(config);
    else if (key.startsWith('j:')) session.choose(key.slice(2));
  };
  return (
    <Space className="account" size={wide ? 12 : 4}>
      <ClockButton wide={wide} />
      {wide && place !== '' ? <Tag variant="filled">{place}</Tag> : null}
      <Dropdown menu={{ items, onClick: choose }} trigger={['click']}>
        <Button type="text" className="on-top" aria-label={`${words.shell.account}：${place} ${who}`}>
          {wide ? who : place || who} ▾
        </Button>
      </Dropdown>
    </Space>
  );
}
