import { Alert, Button } from 'antd';
import { lazy, Suspense, type ReactElement } from 'react';
import { differences, type Part } from './compare.ts';
import { useWords } from '../i18n/words.ts';
import type { Opened } from './use-opened.ts';

const Difference = lazy(() => import('./difference.tsx'));

interface ChangedProps<T> {
  readonly opened: Opened<T>;
  /** What a person reads of it. */
  readonly parts: (about: T) => readonly Part[];
  /** The form’s own act is under way: what changes now is its own doing. */
  readonly busy: boolean;
  /** False where what it has become no longer allows the act. */
  readonly possible?: boolean;
  /** The person has looked at the change and goes on. */
  readonly accept: () => void;
}

/** Whether the form waits for the person to look at what somebody else has changed. */
const isBlocked = ({ opened, busy, possible = true }: ChangedGate): boolean =>
  !busy && (opened.newer !== undefined || !possible);

type ChangedGate = Pick<ChangedProps<unknown>, 'busy' | 'possible'> & { readonly opened: Opened<unknown> };

/**
 * Leads to the change that waits to be looked at. True where it does: the button that was pressed stays live, as one
 * that is greyed out says nothing, but nothing is sent.
 */
export function leadsToChange(gate: ChangedGate): boolean {
  if (!isBlocked(gate)) return false;
  const [shown] = [...document.querySelectorAll<HTMLElement>('.changed')].slice(-1);
  shown?.scrollIntoView({ block: 'center' });
  shown?.focus();
  return true;
}

/** Says in an open form what somebody else has changed meanwhile; nothing is sent until the person has decided anew. */
export function Changed<T>({
  opened,
  parts,
  busy,
  possible = true,
  accept,
}: ChangedProps<T>): ReactElement | null {
  const { changed } = useWords();
  const { seen, newer } = opened;
  if (!isBlocked({ opened, busy, possible })) return null;
  const found = newer === undefined ? [] : differences(parts(seen), parts(newer));
  return (
    <div className="changed" tabIndex={-1}>
      <Alert
        type="warning"
        showIcon
        role="alert"
        className="problem"
        title={possible ? changed.title : changed.gone}
        description={
          <>
            <p className="tight">{possible ? changed.hint : changed.goneHint}</p>
            {found.length === 0 ? (
              <p className="tight">{changed.other}</p>
            ) : (
              <Suspense>
                <dl className="particulars">
                  {found.map(({ label, before, after }) => (
                    <div key={label}>
                      <dt>{label}</dt>
                      <dd>
                        <Difference before={before} after={after} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </Suspense>
            )}
            {possible ? (
              <Button className="between" onClick={accept}>
                {changed.accept}
              </Button>
            ) : null}
          </>
        }
      />
    </div>
  );
}
