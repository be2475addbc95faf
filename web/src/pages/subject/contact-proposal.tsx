import { Alert, Button, Space } from 'antd';
import type { ReactElement } from 'react';
import type { SubjectDetail } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { actorName } from '../../components/history.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { instantText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';

/** Contacts that somebody gave by the link of a letter: nothing goes to them until an officer confirms. */
export function ContactProposal({ subject }: { readonly subject: SubjectDetail }): ReactElement | null {
  const { words, language } = useSpeech();
  const { role } = useSession();
  const act = useAct('POST /v1/jurisdictions/{j}/subjects/{id}/contact-decision');
  const { contactProposal: given } = subject;
  if (given === undefined) return null;
  const { subjects: texts } = words;
  const decide = (decision: 'confirm' | 'refuse') => (): void =>
    act.mutate({ params: { id: subject.id }, ifMatch: subject.version, body: { decision } });
  const lines = given.contacts.map(({ name, role: post, email, mobile, telephone }) =>
    [name, post, email, mobile, telephone].filter((part) => part !== undefined).join(' · '),
  );
  return (
    <Alert
      className="problem"
      type="warning"
      showIcon
      title={texts.contactsProposed(given.insteadOf)}
      description={
        <>
          <ul className="plain">
            {lines.map((line) => (
              <li key={line} className="anywhere">
                {line}
              </li>
            ))}
          </ul>
          <p className="hint tight">
            {actorName(words, given.by, given.byName)} {instantText(given.at, language)}{' '}
            {texts.receipt(given.receipt)}
          </p>
          {may.write(role) && subject.retiredOn === undefined ? (
            <Space wrap>
              <Button type="primary" size="small" loading={act.isPending} onClick={decide('confirm')}>
                {texts.confirmContacts}
              </Button>
              <Button size="small" disabled={act.isPending} onClick={decide('refuse')}>
                {texts.refuseContacts}
              </Button>
            </Space>
          ) : null}
          <ProblemAlert error={act.error} />
        </>
      }
    />
  );
}
