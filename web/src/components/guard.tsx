import { Modal } from 'antd';
import { useEffect, type ReactElement } from 'react';
import { useBlocker } from 'react-router';
import { useWords } from '../i18n/words.ts';

/** Asks before the person leaves unsaved changes, by a link or by closing the tab. */
export function Guard({ dirty }: { readonly dirty: boolean }): ReactElement {
  const words = useWords();
  // Opening the drawer of a date on the same page loses nothing.
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!dirty) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [dirty]);
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={words.common.unsaved}
      okText={words.common.stay}
      cancelText={words.common.leaveAnyway}
      onOk={() => blocker.reset?.()}
      onCancel={() => blocker.reset?.()}
      cancelButtonProps={{ danger: true, onClick: () => blocker.proceed?.() }}
    >
      {words.common.unsavedAsk}
    </Modal>
  );
}
