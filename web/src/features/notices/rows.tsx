import type { ReactElement } from 'react';
import { Link, useLocation } from 'react-router';
import type { Notice } from '../../api/contract.ts';
import { instantText } from '../../i18n/format.ts';
import { useSpeech, wordFor } from '../../i18n/words.ts';
import { Rows, type RowsProps } from '../../components/rows.tsx';
import { NoticeTag } from '../../components/tags.tsx';

interface NoticeRowsProps extends Pick<RowsProps<Notice>, 'loading' | 'more' | 'pageSize'> {
  readonly notices: readonly Notice[];
  readonly empty: string;
  /** The subject line of each links to its text and attempts: `?notice=` in the address. */
  readonly openable?: boolean;
}

/** Notices with their receipts: what was sent to whom, when, and the result. */
export function NoticeRows({ notices, openable, ...rest }: NoticeRowsProps): ReactElement {
  const { words, language } = useSpeech();
  const { terms } = words;
  const addressOf = useNoticeAddress();
  return (
    <Rows<Notice>
      {...rest}
      label={words.notices.title}
      rows={notices}
      rowKey={({ id }) => id}
      columns={[
        {
          title: words.notices.at,
          width: 170,
          narrow: 'first',
          render: ({ createdAt }) => <span className="nowrap">{instantText(createdAt, language)}</span>,
        },
        {
          title: words.notices.kind,
          width: 110,
          render: ({ kind }) => wordFor({ ...terms.steps, ...terms.noticeKinds }, kind),
        },
        {
          title: words.notices.subject,
          render: ({ id, subject }) =>
            openable === true ? (
              <Link to={addressOf(id)} preventScrollReset>
                {subject === '' ? words.outbox.open : subject}
              </Link>
            ) : (
              subject
            ),
        },
        {
          title: words.notices.to,
          width: 220,
          render: ({ to, channel }) => `${wordFor(terms.channels, channel)} ${to}`,
        },
        {
          title: words.notices.receipt,
          width: 190,
          render: (notice) => <Receipt notice={notice} at={notice.attempts.at(-1)?.at} />,
        },
      ]}
    />
  );
}

/** The address of this page with the drawer of a notice open. */
function useNoticeAddress(): (id: string) => string {
  const { pathname, search } = useLocation();
  return (id) => {
    const query = new URLSearchParams(search);
    query.set('notice', id);
    return `${pathname}?${query.toString()}`;
  };
}

function Receipt({
  notice: { status, passed },
  at,
}: {
  readonly notice: Notice;
  readonly at: string | undefined;
}): ReactElement {
  return (
    <>
      <NoticeTag status={status} passed={passed} />{' '}
      {at === undefined ? null : <span className="hint">{at.slice(5, 16).replace('T', ' ')}</span>}
    </>
  );
}
