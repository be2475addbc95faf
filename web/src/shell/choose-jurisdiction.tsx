import { Button, Card, Empty, Space } from 'antd';
import type { ReactElement } from 'react';
import { useRead } from '../api/use-api.ts';
import { useWords } from '../i18n/words.ts';
import { session } from '../session/session.ts';
import { ProblemAlert } from '../components/problem.tsx';

/** A superior chooses one of the jurisdictions below it. */
export function ChooseJurisdiction(): ReactElement {
  const words = useWords();
  const { data, error, refetch } = useRead('GET /v1/jurisdictions');
  const open = (data?.items ?? []).filter(({ regulated }) => regulated);
  return (
    <Card title={<h1>{words.shell.chooseJurisdiction}</h1>}>
      <p>{words.shell.chooseJurisdictionHint}</p>
      <ProblemAlert error={error} retry={() => void refetch()} />
      {data && open.length === 0 ? <Empty /> : null}
      <Space wrap>
        {open.map(({ id, name, bureau }) => (
          <Button key={id} onClick={() => session.choose(id)}>
            {name}（{bureau}）
          </Button>
        ))}
      </Space>
    </Card>
  );
}
