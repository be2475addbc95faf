import { Card } from 'antd';
import type { ReactElement } from 'react';
import { useRead } from '../../api/use-api.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { useWords } from '../../i18n/words.ts';

/** The addresses for notices. Only the bureau can change them. */
export function Contacts({ unitId }: { readonly unitId: string }): ReactElement {
  const words = useWords();
  const { data, error, refetch } = useRead('GET /v1/jurisdictions/{j}/subjects/{id}', {
    params: { id: unitId },
  });
  return (
    <Card size="small" className="between" title={<h2>{words.mine.contacts}</h2>}>
      <ProblemAlert error={error} retry={() => void refetch()} />
      {data?.contacts.length === 0 ? (
        <p className="empty">{words.mine.noContacts}</p>
      ) : (
        <>
          <p className="hint tight">{words.mine.contactsHint}</p>
          <ul className="plain">
            {(data?.contacts ?? []).map(({ name, email, mobile, telephone, role }) => (
              <li key={`${name}${email ?? ''}${mobile ?? ''}`} className="anywhere">
                {[name, role, email, mobile, telephone]
                  .filter((part) => part !== undefined && part !== '')
                  .join(' ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
