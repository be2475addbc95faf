import { Button, Card, Tag } from 'antd';
import type { ReactElement } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { CheckForm } from '../../../../shared/vocabulary/check-forms.ts';
import type { Inspection } from '../../api/contract.ts';
import { useRead } from '../../api/use-api.ts';
import { useRules, useSubjects } from '../../api/use-names.ts';
import { Head } from '../../components/head.tsx';
import { actorName } from '../../components/history.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { instantText, periodText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';
import { progressOf } from '../../features/quotas/text.ts';
import { useDownload } from '../../components/use-download.ts';
import { may, useSession } from '../../session/use-session.ts';
import { Content } from './content.tsx';
import '../../checks.css';

/** One record: its contents, the quotas for which it counts, and its earlier versions. */
export function Component(): ReactElement {
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead('GET /v1/jurisdictions/{j}/inspections/{id}', { params: { id } });
  if (data?.id !== id)
    return error ? <ProblemAlert error={error} retry={() => void refetch()} /> : <Card loading />;
  return <Loaded record={data} />;
}

function Loaded({ record }: { readonly record: Inspection }): ReactElement {
  const { words } = useSpeech();
  const text = words.checks.one;
  const navigate = useNavigate();
  const { role } = useSession();
  const names = useSubjects();
  const { fetchFile, failure } = useDownload();
  const fetchForm = (subjectId: string, form: CheckForm): void => {
    const query = new URLSearchParams({ subjectId, form }).toString();
    fetchFile(`/v1/jurisdictions/{j}/inspections/${encodeURIComponent(record.id)}/document.docx?${query}`);
  };
  return (
    <>
      <Head
        title={record.form ?? text.title}
        beside={
          record.originals.length === 0 ? null : (
            <Tag color="warning">
              {text.history}（{record.originals.length}）
            </Tag>
          )
        }
      >
        {may.write(role) ? (
          <Button onClick={() => void navigate(`/inspections/${record.id}/correct`)}>{text.correct}</Button>
        ) : null}
        <Button onClick={() => print()}>{words.common.print}</Button>
      </Head>
      <ProblemAlert error={failure} />
      {record.documents.map((form) => (
        <p key={form} className="no-print">
          {text.forms[form]}：
          {record.targets.map((subjectId) => (
            <Button key={subjectId} size="small" type="link" onClick={() => fetchForm(subjectId, form)}>
              {names.get(subjectId)?.name ?? subjectId}
            </Button>
          ))}
        </p>
      ))}
      {may.write(role) ? (
        <p className="no-print">
          {words.escalations.create}：
          {record.targets.map((subjectId) => (
            <Button
              key={subjectId}
              size="small"
              type="link"
              onClick={() =>
                void navigate(
                  `/escalations/new?${new URLSearchParams({ of: subjectId, check: record.id }).toString()}`,
                )
              }
            >
              {names.get(subjectId)?.name ?? subjectId}
            </Button>
          ))}
        </p>
      ) : null}
      {role === 'unit' ? null : <CountedTo record={record} />}
      <Content content={record} record={record} />
      <Signing record={record} />
      <Originals record={record} />
    </>
  );
}

/** The quotas for which it counts, and their progress. */
function CountedTo({ record }: { readonly record: Inspection }): ReactElement {
  const { words, language } = useSpeech();
  const text = words.checks.one;
  const rules = useRules();
  const { data } = useRead('GET /v1/jurisdictions/{j}/quotas', { query: { on: record.at.slice(0, 10) } });
  const counted = [...new Map(record.counted.map((one) => [`${one.ruleId} ${one.period}`, one])).values()];
  return (
    <Card size="small" className="regime no-print" title={<h2>{text.counted}</h2>}>
      {counted.length === 0 ? <p className="empty">{text.notCounted}</p> : null}
      <ul className="plain">
        {counted.map(({ ruleId, period, subjectId }) => {
          const quota = data?.items.find(
            (one) => one.ruleId === ruleId && one.period.key === period && one.subjectId === subjectId,
          );
          const progress = quota ? progressOf(quota, words).text : '';
          const on = new URLSearchParams({ on: record.at.slice(0, 10) }).toString();
          return (
            <li key={`${ruleId} ${period}`}>
              <Link to={`/quotas?${on}#${encodeURIComponent(ruleId)}`}>
                {rules.get(ruleId)?.title ?? ruleId}（{periodText(period, language)}）
              </Link>{' '}
              {progress === '' ? null : <span className="hint">{text.owing(progress)}</span>}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

/** Lines for signatures on paper. */
function Signing({ record }: { readonly record: Inspection }): ReactElement {
  const text = useSpeech().words.checks.one;
  return (
    <div className="sign-lines" aria-hidden>
      <p>
        {text.signHere}
        {record.officers.map(({ name }) => name).join('　　　　')}
      </p>
      <p>{text.unitSign}</p>
      <p>{text.dateHere}</p>
    </div>
  );
}

function Originals({ record }: { readonly record: Inspection }): ReactElement | null {
  const { words, language } = useSpeech();
  const text = words.checks.one;
  if (record.originals.length === 0) return null;
  return (
    <Card size="small" className="regime between no-print" title={<h2>{text.history}</h2>}>
      {record.originals.map((original, index) => (
        <details key={original.until}>
          <summary>
            {instantText(original.until, language)} {actorName(words, original.by, original.byName)} ·{' '}
            {text.reason}：{original.reason}
          </summary>
          <h3 className="between">
            {text.original} {index + 1}
          </h3>
          <Content content={original} />
        </details>
      ))}
    </Card>
  );
}
