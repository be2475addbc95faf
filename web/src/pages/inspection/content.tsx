import { Card, Tag } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import type { Inspection } from '../../api/contract.ts';
import { useRules, useSubjects } from '../../api/use-names.ts';
import { actorName } from '../../components/history.tsx';
import { Rows } from '../../components/rows.tsx';
import { instantText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';
import { Besides } from './besides.tsx';
import { Findings } from './findings.tsx';

type RecordContent = Omit<Inspection['originals'][number], 'until' | 'by' | 'reason'>;
type Entry = RecordContent['checklist'][number];

interface ContentProps {
  readonly content: RecordContent;
  /** The record itself; absent for a version before a correction. */
  readonly record?: Inspection;
}

/** The contents of a record, in the order of the paper register. */
export function Content({ content, record }: ContentProps): ReactElement {
  const text = useSpeech().words.checks.one;
  return (
    <>
      <Card size="small" className="regime" title={<h2>{text.particulars}</h2>}>
        <Particulars content={content} record={record} />
      </Card>
      <Besides content={content} />
      <Card size="small" className="regime" title={<h2>{text.checklist}</h2>}>
        <Checklist content={content} />
      </Card>
      <Card size="small" className="regime" title={<h2>{text.findings}</h2>}>
        <Findings findings={record?.findings ?? content.findings} live={record !== undefined} />
      </Card>
      <Card size="small" className="regime" title={<h2>{text.signatures}</h2>}>
        <Signatures content={content} />
      </Card>
    </>
  );
}

function Part({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Particulars({
  content,
  record,
}: {
  readonly content: RecordContent;
  readonly record: Inspection | undefined;
}): ReactElement {
  const { words, language } = useSpeech();
  const { one, list, modes, causes } = words.checks;
  const rules = useRules();
  const subjects = useSubjects();
  const regime = [...rules.values()].find((rule) => rule.regime === content.regime)?.regimeTitle;
  return (
    <dl className="particulars">
      <Part label={list.at}>{instantText(content.at, language)}</Part>
      <Part label={list.regime}>{regime ?? content.regime}</Part>
      <Part label={one.rule}>
        {content.ruleId === undefined ? one.periodic : (rules.get(content.ruleId)?.title ?? content.ruleId)}
      </Part>
      <Part label={list.mode}>{modes[content.mode]}</Part>
      <Part label={one.cause}>
        {causes[content.cause]}
        {record?.promptedBy === undefined ? null : (
          <span className="hint">
            {' '}
            {record.promptedBy.title} {record.promptedBy.section}
          </span>
        )}
      </Part>
      {(content.outsideScope ?? []).length === 0 ? null : (
        <Part label={one.outsideScope}>
          {(content.outsideScope ?? []).map((id) => subjects.get(id)?.name ?? id).join('、')}
        </Part>
      )}
      <Part label={list.targets}>
        {content.targets.map((id, index) => (
          <span key={id}>
            {index === 0 ? '' : '、'}
            <Link to={`/subjects/${id}`}>{subjects.get(id)?.name ?? id}</Link>
          </span>
        ))}
      </Part>
      <Part label={list.officers}>
        <ul className="bare">
          {content.officers.map(({ name, certificate, unverified }) => (
            <li key={name}>
              {name}
              {certificate === undefined ? '' : `（${one.certificate} ${certificate}）`}{' '}
              {unverified === true ? (
                <Tag color="warning" className="no-print">
                  {one.unverified}
                </Tag>
              ) : null}
            </li>
          ))}
        </ul>
      </Part>
      {record?.system === undefined ? null : <Part label={one.system}>{record.system}</Part>}
      {record ? (
        <Part label={one.recorded}>
          {instantText(record.recordedAt, language)}{' '}
          {actorName(words, record.recordedBy, record.recordedByName)}
        </Part>
      ) : null}
    </dl>
  );
}

function Checklist({ content }: { readonly content: RecordContent }): ReactElement {
  const { words } = useSpeech();
  const { one, list } = words.checks;
  const subjects = useSubjects();
  const rules = useRules();
  const several = content.targets.length > 1;
  const textOf = (item: string): string => {
    const known = [...rules.values()]
      .filter(({ regime }) => regime === content.regime)
      .flatMap(({ procedure }) => procedure?.checklist ?? []);
    return known.find(({ id }) => id === item)?.text ?? item;
  };
  return (
    <Rows<Entry>
      label={one.checklist}
      rows={content.checklist}
      rowKey={({ item, subjectId = '' }) => `${item} ${subjectId}`}
      empty={one.noChecklist}
      columns={[
        { title: one.item, narrow: 'first', render: ({ item }) => textOf(item) },
        ...(several
          ? [
              {
                title: list.targets,
                width: 200,
                render: ({ subjectId = '' }: Entry) => subjects.get(subjectId)?.name ?? '',
              },
            ]
          : []),
        { title: one.result, width: 260, render: ({ result }) => result },
      ]}
    />
  );
}

function Signatures({ content }: { readonly content: RecordContent }): ReactElement {
  const { words } = useSpeech();
  const { one } = words.checks;
  const subjects = useSubjects();
  if (content.signatures.length === 0) return <p className="empty">{one.noSignature}</p>;
  return (
    <ul className="plain">
      {content.signatures.map(({ subjectId, by, refused, note }) => (
        <li key={subjectId}>
          {one.lineFor(subjects.get(subjectId)?.name ?? subjectId)}
          {refused === true || by === undefined ? one.refused : one.signed(by)}
          {note === undefined || note === '' ? '' : `（${note}）`}
        </li>
      ))}
    </ul>
  );
}
