import { App, Button, Card, Input, Space } from 'antd';
import { useState, type ReactElement } from 'react';
import { formOf, isServed, measures } from '../../../../shared/vocabulary/measures.ts';
import { escalationAfter } from '../../../../shared/domain/escalations/state.ts';
import type { Escalation } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { Changed, leadsToChange } from '../../components/changed.tsx';
import { Guard } from '../../components/guard.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { useDownload } from '../../components/use-download.ts';
import { KeptNote, useKeep, useKept } from '../../components/use-kept.tsx';
import { useOpened } from '../../components/use-opened.ts';
import { useWords } from '../../i18n/words.ts';
import { isKept } from '../../session/kept-forms.ts';
import { may, useSession } from '../../session/use-session.ts';
import { useEscalationParts } from './parts.ts';
import { Preview } from './preview.tsx';
import { Redraft } from './redraft.tsx';

interface Props {
  readonly escalation: Escalation;
}

/** The document as it would be issued, its files, and its text for people who may change it. */
export function Document({ escalation }: Props): ReactElement {
  const words = useWords();
  const { role } = useSession();
  const [editing, setEditing] = useState(isKept('text'));
  const address = `/v1/jurisdictions/{j}/escalations/${encodeURIComponent(escalation.id)}`;
  const editable = may.write(role) && escalationAfter(escalation.status, 'edit') !== undefined;
  return (
    <Card size="small" title={<h2>{words.escalations.preview}</h2>}>
      <Space wrap className="no-print">
        {editable && !editing ? (
          <Button onClick={() => setEditing(true)}>{words.escalations.editText}</Button>
        ) : null}
        {may.write(role) ? <Redraft escalation={escalation} when={editable && !editing} /> : null}
        <Files escalation={escalation} address={address} />
      </Space>
      {editing ? (
        <EditText escalation={escalation} possible={editable} done={() => setEditing(false)} />
      ) : null}
      <p className="hint between">{words.escalations.previewHint}</p>
      <Preview address={`${address}/document.docx`} version={escalation.version} />
    </Card>
  );
}

function Files({ escalation, address }: Props & { readonly address: string }): ReactElement {
  const words = useWords();
  const { escalations: text } = words;
  const { role } = useSession();
  const { fetchFile, failure } = useDownload();
  const decided = escalation.paper === 'decision' && measures[escalation.step].penalty !== undefined;
  const filing = escalation.paper === 'filing-proposal';
  const files: readonly { readonly name: string; readonly path: string; readonly shown: boolean }[] = [
    { name: text.download, path: 'document.docx', shown: true },
    {
      name: text.downloadReceipt,
      path: 'document.docx?form=service-receipt',
      shown:
        role !== 'unit' &&
        !filing &&
        (escalation.service !== undefined || isServed(escalation.step, escalation.paper)),
    },
    {
      name: text.downloadInterview,
      path: 'document.docx?form=interview-record',
      shown: role !== 'unit' && isInterview(escalation),
    },
    {
      name: escalation.hearing === true ? words.hearing.notice : text.downloadPrior,
      path: 'document.docx?form=prior-notice',
      shown: role !== 'unit' && (decided || escalation.hearing === true),
    },
    { name: text.downloadCircular, path: 'document.docx?form=circular', shown: role !== 'unit' && decided },
    { name: text.downloadDossier, path: 'dossier.zip', shown: role !== 'unit' },
  ];
  return (
    <Space wrap>
      {files
        .filter(({ shown }) => shown)
        .map(({ name, path }) => (
          <Button key={path} onClick={() => fetchFile(`${address}/${path}`)}>
            {name}
          </Button>
        ))}
      <ProblemAlert error={failure} />
    </Space>
  );
}

/** Whether the paper calls the party to an interview, of which a record is kept. */
const isInterview = ({ step, paper }: Escalation): boolean => formOf(step, paper).paper.as === 'interview';

interface Typed {
  /** What the person was looking at while typing. */
  readonly seen: Escalation;
  readonly text: string;
}

interface EditTextProps extends Props {
  /** False when the document can no longer be edited. */
  readonly possible: boolean;
  readonly done: () => void;
}

function EditText({ escalation, possible, done }: EditTextProps): ReactElement {
  const words = useWords();
  const { message } = App.useApp();
  const kept = useKept<Typed>('text');
  const [text, setText] = useState(kept?.text ?? escalation.text);
  // The version of the text that was opened, so that somebody else’s change is not overwritten.
  const opened = useOpened(escalation, kept?.seen ?? escalation);
  const { seen } = opened;
  const parts = useEscalationParts();
  const act = useAct('PATCH /v1/jurisdictions/{j}/escalations/{id}');
  const gate = { opened, busy: act.isPending, possible };
  const dirty = text !== seen.text;
  useKeep('text', (): Typed | undefined => (dirty ? { seen, text } : undefined));
  const goOn = (): void => {
    if (!dirty) setText(escalation.text);
    opened.hold();
    act.reset();
  };
  const submit = (): void => {
    if (leadsToChange(gate)) return;
    act.mutate(
      { params: { id: seen.id }, ifMatch: seen.version, body: { text } },
      {
        onSuccess: () => {
          void message.success(words.common.saved);
          done();
        },
      },
    );
  };
  return (
    <div className="no-print">
      <Guard dirty={dirty && !act.isPending} />
      <KeptNote shown={kept !== undefined} />
      <p className="hint between" id="text-hint">
        {words.escalations.textHint}
        {escalation.status === 'draft' ? '' : words.escalations.reopened}
      </p>
      <Input.TextArea
        aria-label={words.escalations.showText}
        aria-describedby="text-hint"
        autoSize={{ minRows: 8, maxRows: 24 }}
        maxLength={20_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Changed {...gate} parts={parts} accept={goOn} />
      <ProblemAlert error={act.error} />
      <Space className="between">
        <Button
          type="primary"
          onClick={submit}
          loading={act.isPending}
          disabled={!dirty || text.trim() === ''}
        >
          {words.common.save}
        </Button>
        <Button onClick={done}>{words.common.cancel}</Button>
      </Space>
    </div>
  );
}
