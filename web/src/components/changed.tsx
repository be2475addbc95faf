import { Alert, Button } from 'antd';
import { lazy, Suspense, type ReactElement } from 'react';
import { differences, type Part } from './compare.ts';
import { useWords } from '../i18n/words.ts';
import type { Opened } from './use-opened.ts';

const Difference = lazy(() => import('./difference.tsx'));

interface ChangedProps<T> {
  readonly opened: Opened<T>;
  /** What a person can read of it. */
  readonly parts: (about: T) => readonly Part[];
  /** The form’s own act is under way: it is the cause of what changes now. */
  readonly busy: boolean;
  /** False when the changed thing no longer allows the act. */
  readonly possible?: boolean;
  /** The person has looked at the change and continues. */
  readonly accept: () => void;
}

/** Whether the form waits for the person to look at somebody else’s change. */
const isBlocked = ({ opened, busy, possible = true }: ChangedGate): boolean =>
  !busy && (opened.newer !== undefined || !possible);

type ChangedGate = Pick<ChangedProps<unknown>, 'busy' | 'possible'> & { readonly opened: Opened<unknown> };

/**
 * Moves the focus to a change that the person has to look at. Returns whether there is one. The button stays
 * enabled, because a disabled button explains nothing, but nothing is sent.
 */
export function leadsToChange(gate: ChangedGate): boolean {
  if (!isBlocked(gate)) return false;
  const [shown] = [...document.querySelectorAll<HTMLElement>('.changed')].slice(-1);
  shown?.scrollIntoView({ block: 'center' });
  shown?.focus();
  return true;
}

/**
 * Shows in an open form what somebody else has changed meanwhile. Nothing is sent until the person has decided
 * again.
 */
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
