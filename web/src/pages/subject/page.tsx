import { Alert, Card, Space, Tag } from 'antd';
import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import type { SubjectDetail } from '../../api/contract.ts';
import { useRead } from '../../api/use-api.ts';
import { useSubjects } from '../../api/use-names.ts';
import { Head } from '../../components/head.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { Sections } from '../../components/sections.tsx';
import { TraitTags } from '../../features/facts/trait-tags.tsx';
import { dayText } from '../../i18n/format.ts';
import { useStageWords } from '../../i18n/stage-words.ts';
import { useSpeech } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';
import { ContactProposal } from './contact-proposal.tsx';
import { Duties } from './duties.tsx';
import { Edit } from './edit.tsx';
import { Escalations } from './escalations.tsx';
import { Facts } from './facts.tsx';
import { SubjectForms } from './forms.tsx';
import { Handler } from './handler.tsx';
import { Inspections } from './inspections.tsx';
import { Notices } from './notices.tsx';
import { UnitPeople } from './people.tsx';
import { Stage } from './stage.tsx';
import { Standing } from './standing.tsx';

/** One subject: what it owes, what it was sent, the measures against it, who it is. */
export function Component(): ReactElement {
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead('GET /v1/jurisdictions/{j}/subjects/{id}', { params: { id } });
  const stages = useStageWords();
  if (data?.id === id && error?.problem.status === 404) return <p className="empty">{stages.gone}</p>;
  if (data?.id !== id)
    return error ? <ProblemAlert error={error} retry={() => void refetch()} /> : <Card loading />;
  return <Loaded key={id} subject={data} />;
}

function Loaded({ subject }: { readonly subject: SubjectDetail }): ReactElement {
  const { words, language } = useSpeech();
  const { role, office } = useSession();
  const { tabs } = words.subjects;
  const duties = { key: 'duties', label: tabs.duties, children: <Duties id={subject.id} /> };
  const stage = { key: 'stage', label: tabs.stage, children: <Stage subject={subject} /> };
  // The legal office sees a case of another office while it reviews it, and nothing else of it.
  const reviewed =
    office === 'legal-affairs' && subject.kind === 'case' && subject.facts['office'] !== office;
  const first = subject.stage === undefined ? [duties] : [duties, stage];
  const items = [
    // For a case the stage comes first, because its duties follow from it.
    ...(subject.kind === 'case' ? first.reverse() : first),
    ...(subject.forms === undefined
      ? []
      : [{ key: 'forms', label: tabs.forms, children: <SubjectForms subject={subject} /> }]),
    { key: 'notices', label: tabs.notices, children: <Notices id={subject.id} /> },
    { key: 'escalations', label: tabs.escalations, children: <Escalations subject={subject} /> },
    ...(subject.kind === 'bureau'
      ? []
      : [{ key: 'inspections', label: tabs.inspections, children: <Inspections subject={subject} /> }]),
    ...(subject.kind === 'unit' && role !== 'unit'
      ? [{ key: 'people', label: tabs.people, children: <UnitPeople id={subject.id} /> }]
      : []),
    {
      key: 'facts',
      label: tabs.facts,
      children:
        may.write(role) && subject.retiredOn === undefined ? (
          <Edit subject={subject} />
        ) : (
          <Facts subject={subject} />
        ),
    },
  ];
  return (
    <>
      <Head
        title={subject.name}
        beside={
          <Space size={4} wrap>
            <Tag>{words.terms.kinds[subject.kind]}</Tag>
            {subject.code === undefined ? null : <span className="hint">{subject.code}</span>}
            <TraitTags traits={subject.traits} />
            {subject.retiredOn === undefined ? null : (
              <Tag color="warning">
                {words.subjects.retired} {dayText(subject.retiredOn, language)}
              </Tag>
            )}
          </Space>
        }
      >
        <Parent id={subject.parentId} />
        <Handler subject={subject} />
      </Head>
      {(subject.notes ?? []).map(({ code, message }) => (
        <Alert key={code} type="warning" showIcon title={message} />
      ))}
      <ContactProposal subject={subject} />
      {reviewed ? null : <Standing id={subject.id} />}
      <Card size="small">{reviewed ? stage.children : <Sections label={subject.name} items={items} />}</Card>
    </>
  );
}

function Parent({ id }: { readonly id: string | undefined }): ReactElement | null {
  const { words } = useSpeech();
  const parent = useSubjects().get(id ?? '');
  if (!parent) return null;
  return (
    <span>
      {words.subjects.parent}：<Link to={`/subjects/${parent.id}`}>{parent.name}</Link>
    </span>
  );
}
