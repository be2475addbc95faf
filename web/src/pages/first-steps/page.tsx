import { Button, Card, Input, List, Space, Tag } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import { useAct, useRead } from '../../api/use-api.ts';
import type { Answer } from '../../api/contract.ts';
import { Head } from '../../components/head.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { useWords } from '../../i18n/words.ts';

type Step = Answer<'GET /v1/jurisdictions/{j}/checklist'>['items'][number];

/** Where each step is done. */
const places: Readonly<Record<Step['step'], string | undefined>> = {
  people: '/people',
  mail: undefined,
  roster: '/imports',
  calendar: '/calendar',
};

/** The administrator’s first steps: what is done, and what is missing. */
export function Component(): ReactElement {
  const { firstSteps: text } = useWords();
  const { data, error, refetch } = useRead('GET /v1/jurisdictions/{j}/checklist');
  return (
    <>
      <Head title={text.title} />
      <p className="hint">{data?.done === true ? text.allDone : text.lead}</p>
      <ProblemAlert error={error} retry={() => void refetch()} />
      {data ? (
        <List dataSource={data.items} renderItem={(item) => <OneStep key={item.step} step={item} />} />
      ) : (
        <Card loading={!error} />
      )}
    </>
  );
}

function OneStep({ step: { step, done } }: { readonly step: Step }): ReactElement {
  const { firstSteps: text } = useWords();
  const place = places[step];
  return (
    <List.Item>
      <Space orientation="vertical" className="wide">
        <Space>
          <Tag color={done ? 'success' : 'warning'}>{done ? text.done : text.missing}</Tag>
          <strong>{text.steps[step].name}</strong>
        </Space>
        <span>{text.steps[step].how}</span>
        {place === undefined ? <TestLetter /> : <Link to={place}>{text.steps[step].go}</Link>}
      </Space>
    </List.Item>
  );
}

/** Sends a letter to the administrator, or to the address that is typed. */
function TestLetter(): ReactElement {
  const { firstSteps: text } = useWords();
  const [to, setTo] = useState('');
  const send = useAct('POST /v1/jurisdictions/{j}/checklist/letter');
  const { data } = send;
  return (
    <>
      <Space wrap>
        <Input
          type="email"
          aria-label={text.letterTo}
          placeholder={text.letterTo}
          value={to}
          onChange={({ target }) => setTo(target.value)}
        />
        <Button loading={send.isPending} onClick={() => send.mutate({ body: to === '' ? {} : { to } })}>
          {text.sendLetter}
        </Button>
      </Space>
      <ProblemAlert error={send.error} />
      {data ? (
        <p role="status">
          {text.outcomes[data.outcome](data.to)} {data.reason}
        </p>
      ) : null}
    </>
  );
}
