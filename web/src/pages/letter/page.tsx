import { Alert, Button, Card, Collapse, Descriptions, Spin } from 'antd';
import { useState, type ReactElement } from 'react';
import { useAct, useRead } from '../../api/use-api.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { dayText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';
import type { Answerable, Answering } from './answering.ts';
import { ContactForm, ExtensionForm, ReportForm } from './forms.tsx';

/** What the link of a letter opens: without sign-in, mostly on a phone. */
export default function Letter({ token }: { readonly token: string }): ReactElement {
  const { words, language, speak } = useSpeech();
  const { data, error, refetch } = useRead('GET /v1/answers/{token}', { params: { token } });
  const gone = error?.problem.status === 404;
  return (
    <main className="letter" id="main">
      <Card>
        {gone ? (
          <Alert type="info" showIcon title={words.letter.gone} description={words.letter.goneHint} />
        ) : null}
        {error && !gone ? <ProblemAlert error={error} retry={() => void refetch()} /> : null}
        {!error && !data ? <Spin /> : null}
        {data && !gone ? <Loaded token={token} letter={data} /> : null}
        <Button type="link" onClick={() => speak(language === 'zh' ? 'en' : 'zh')}>
          {words.shell.language}
        </Button>
      </Card>
    </main>
  );
}

function Loaded({ token, letter }: { readonly token: string; readonly letter: Answerable }): ReactElement {
  const { words, language } = useSpeech();
  const { letter: texts } = words;
  const { duty } = letter;
  const rows = [
    [texts.subject, letter.subject],
    [texts.dueOn, <strong key="due">{dayText(duty.dueOn, language)}</strong>],
    [texts.clause, duty.clause],
  ] as const;
  return (
    <>
      <p className="hint tight">{texts.lead(letter.bureau)}</p>
      <h1>{duty.what}</h1>
      <p>{duty.text}</p>
      <Descriptions
        size="small"
        column={1}
        bordered
        items={rows.map(([label, children]) => ({ key: label, label, children }))}
      />
      <Standing letter={letter} />
      <Acts token={token} letter={letter} />
      <p className="hint">{texts.valid(dayText(letter.expiresAt.slice(0, 10), language))}</p>
    </>
  );
}

/** What came of an earlier answer. */
function Standing({ letter: { report, extension } }: { readonly letter: Answerable }): ReactElement {
  const { words, language } = useSpeech();
  const { letter: texts } = words;
  return (
    <>
      {report?.status === 'returned' ? (
        <Alert
          className="problem"
          type="warning"
          showIcon
          title={texts.returned}
          description={report.reason}
        />
      ) : null}
      {report?.status === 'pending' ? (
        <Alert className="problem" type="info" showIcon title={texts.pending} />
      ) : null}
      {extension ? (
        <Alert
          className="problem"
          type="info"
          showIcon
          title={texts.extension(dayText(extension.until, language))}
          description={extension.reason}
        />
      ) : null}
    </>
  );
}

function Acts({ token, letter }: { readonly token: string; readonly letter: Answerable }): ReactElement {
  const { letter: texts } = useSpeech().words;
  const act = useAct('POST /v1/answers/{token}');
  const [receipt, setReceipt] = useState<string>();
  const [chosen, setChosen] = useState<string[]>([]);
  const send: Answering['send'] = (body) =>
    act.mutate(
      { params: { token }, body },
      {
        onSuccess: (done) => {
          setReceipt(done.receipt);
          setChosen([]);
          act.reset();
        },
      },
    );
  const shared = { send, busy: act.isPending, letter };
  const forms = {
    report: <ReportForm {...shared} />,
    extension: <ExtensionForm {...shared} />,
    contact: <ContactForm {...shared} />,
    acknowledge: (
      <>
        <p>{texts.acknowledgeHint}</p>
        <Button type="primary" block loading={act.isPending} onClick={() => send({ act: 'acknowledge' })}>
          {texts.acts.acknowledge}
        </Button>
      </>
    ),
  } as const;
  return (
    <section>
      {receipt === undefined ? null : (
        <Alert
          className="problem"
          type="success"
          showIcon
          role="status"
          title={`${texts.receipt} ${receipt}`}
          description={texts.receiptHint}
        />
      )}
      <h2>{texts.choose}</h2>
      <Collapse
        activeKey={chosen}
        onChange={(keys) => {
          act.reset();
          // One at a time; without `accordion`, which makes tabs of the headings.
          setChosen(keys.slice(-1));
        }}
        items={letter.acts.map((name) => ({
          key: name,
          label: texts.acts[name],
          children: (
            <>
              {forms[name]}
              <ProblemAlert error={act.error} />
            </>
          ),
        }))}
      />
    </section>
  );
}
