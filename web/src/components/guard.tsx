import { Modal } from 'antd';
import { useEffect, type ReactElement } from 'react';
import { useBlocker } from 'react-router';
import { useWords } from '../i18n/words.ts';

/** One for each form on the page that has unsaved changes. */
const unsaved = new Set<symbol>();

/** Marks a form with unsaved changes: the person is asked before leaving it, by a link or by closing the tab. */
export function Guard({ dirty }: { readonly dirty: boolean }): null {
  useEffect(() => {
    if (!dirty) return undefined;
    const form = Symbol('form');
    unsaved.add(form);
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => {
      unsaved.delete(form);
      removeEventListener('beforeunload', ask);
    };
  }, [dirty]);
  return null;
}

/** Asks once for all forms of the page: the router takes one question at a time. */
export function LeaveQuestion(): ReactElement {
  const words = useWords();
  // Opening the drawer of a date on the same page loses nothing.
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved.size > 0 && currentLocation.pathname !== nextLocation.pathname,
  );
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
