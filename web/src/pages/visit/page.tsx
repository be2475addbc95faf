import { Alert, Card, Col, Row } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { Visit } from '../../api/contract.ts';
import { useRead } from '../../api/use-api.ts';
import { useRegimeTitle, useRules, useStaffName, useSubjects } from '../../api/use-names.ts';
import { Head } from '../../components/head.tsx';
import { actorName } from '../../components/history.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { officerLines } from '../../features/checks/officer-lines.ts';
import { ApprovalTag, VisitTag } from '../../features/visits/tags.tsx';
import { approvalOf, isEnded, joinedText, visitDays } from '../../features/visits/text.ts';
import { dayText, instantText } from '../../i18n/format.ts';
import { useVisitWords } from '../../i18n/visit-words.ts';
import { useSpeech } from '../../i18n/words.ts';
import { VisitActs } from './acts.tsx';
import { VisitPapers } from './papers.tsx';
import '../../checks.css';

/** One planned check: what is planned, its approval, its papers, and the records that were made of it. */
export function Component(): ReactElement {
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead('GET /v1/jurisdictions/{j}/visits/{id}', { params: { id } });
  if (data?.id !== id)
    return error ? <ProblemAlert error={error} retry={() => void refetch()} /> : <Card loading />;
  return <Loaded visit={data} />;
}

function Loaded({ visit }: { readonly visit: Visit }): ReactElement {
  const { language } = useSpeech();
  const text = useVisitWords();
  return (
    <>
      <Head
        title={`${text.one.title} ${visitDays(text, visit, language)}`}
        beside={
          <>
            <VisitTag status={visit.status} />
            <ApprovalTag visit={visit} />
          </>
        }
      />
      <Hint visit={visit} />
      <VisitActs visit={visit} />
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={14} className="stack">
          <Particulars visit={visit} />
        </Col>
        <Col xs={24} xl={10} className="stack">
          <VisitPapers visit={visit} />
          <Course visit={visit} />
        </Col>
      </Row>
    </>
  );
}

/** What stands in its way, or that nothing does. */
function Hint({ visit }: { readonly visit: Visit }): ReactElement | null {
  const { one } = useVisitWords();
  if (isEnded(visit)) return null;
  const state = approvalOf(visit);
  if (state === 'needed') return <Alert type="warning" showIcon className="problem" title={one.waits} />;
  if (state === 'reject') return <Alert type="error" showIcon className="problem" title={one.rejected} />;
  return state === 'free' ? <p className="hint">{one.noFirms}</p> : null;
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Particulars({ visit }: { readonly visit: Visit }): ReactElement {
  const { words, language } = useSpeech();
  const text = useVisitWords();
  const { form } = words.checks;
  const subjects = useSubjects();
  const rules = useRules();
  const regimeOf = useRegimeTitle();
  const nameOf = (id: string): string => subjects.get(id)?.name ?? id;
  const plain: readonly (readonly [string, string])[] = [
    [text.day, visitDays(text, visit, language)],
    [form.regime, regimeOf(visit.regime)],
    [text.form.quotas, (visit.ruleIds ?? []).map((id) => rules.get(id)?.title ?? id).join('、')],
    [form.mode, words.checks.modes[visit.mode]],
    [form.cause, words.checks.causes[visit.cause]],
    [text.form.officers, officerLines(visit.officers)],
    [text.one.firms, visit.firms.map(nameOf).join('、')],
    [text.form.place, visit.place ?? ''],
    [text.form.items, (visit.items ?? []).join('\n')],
    [text.form.materials, (visit.materials ?? []).join('\n')],
    [text.form.joined, joinedText(text, visit)],
    [text.one.plannedBy, `${actorName(words, visit.plannedBy)} ${instantText(visit.plannedAt, language)}`],
  ];
  return (
    <Card size="small" title={<h2>{text.one.particulars}</h2>}>
      <dl className="particulars">
        <Line label={form.targets}>
          {visit.targets.map((id, index) => (
            <span key={id}>
              {index === 0 ? '' : '、'}
              <Link to={`/subjects/${id}`}>{nameOf(id)}</Link>
            </span>
          ))}
        </Line>
        {plain
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <Line key={label} label={label}>
              {value}
            </Line>
          ))}
        {visit.drawId === undefined ? null : (
          <Line label={text.form.draw}>
            <Link to={`/draws/${visit.drawId}`}>{words.draws.title}</Link>
          </Line>
        )}
      </dl>
    </Card>
  );
}

/** The approval, the notices that went out, and the records that were made of it. */
function Course({ visit }: { readonly visit: Visit }): ReactElement {
  const { words, language } = useSpeech();
  const text = useVisitWords();
  const subjects = useSubjects();
  const nameOf = useStaffName();
  const { approval, notices, inspections, cancelled } = visit;
  const standsIn =
    approval?.decidedFor === undefined ? '' : `（${text.one.standsIn(nameOf(approval.decidedFor))}）`;
  return (
    <Card size="small" title={<h2>{words.duty.history}</h2>}>
      <dl className="particulars">
        {approval ? (
          <Line label={text.approval}>
            {text.approvals[approval.decision]}：{approval.reason}
            <p className="hint tight">
              {actorName(words, approval.by)}
              {standsIn} {instantText(approval.at, language)}
            </p>
          </Line>
        ) : null}
        <Line label={text.one.notices}>
          {notices.length === 0 ? <span className="hint">{text.one.noNotices}</span> : null}
          <ul className="bare">
            {notices.map(({ subjectId, number, on }) => (
              <li key={subjectId}>
                {subjects.get(subjectId)?.name ?? subjectId} {number}{' '}
                <span className="hint">{dayText(on, language)}</span>
              </li>
            ))}
          </ul>
        </Line>
        <Line label={text.one.records}>
          {inspections.length === 0 ? <span className="hint">{text.one.noRecords}</span> : null}
          <ul className="bare">
            {inspections.map((id, index) => (
              <li key={id}>
                <Link to={`/inspections/${id}`}>
                  {words.checks.one.title} {index + 1}
                </Link>
              </li>
            ))}
          </ul>
        </Line>
        {cancelled ? (
          <Line label={text.one.cancelled}>
            {cancelled.reason}
            <p className="hint tight">
              {actorName(words, cancelled.by)} {instantText(cancelled.at, language)}
            </p>
          </Line>
        ) : null}
      </dl>
    </Card>
  );
}
