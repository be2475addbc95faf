import { Button, Popover } from 'antd';
import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';

/** The acts of a row that are needed rarely, behind one button. `about` names the row for people who do not see it. */
export function ActMenu({
  about,
  children,
}: {
  readonly about: string;
  readonly children: ReactNode;
}): ReactElement {
  const { common } = useWords();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // The form that was asked for gives the focus back to this button: the one that was pressed is hidden by then.
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      // A form of it may be open while the menu is closed: it opens again by itself after the next sign-in, and shows
      // what others change meanwhile.
      forceRender
      fresh
      content={
        <div className="act-menu" onClick={open ? close : undefined}>
          {children}
        </div>
      }
      styles={{ container: { padding: 0 } }}
    >
      <Button ref={button} aria-expanded={open} aria-label={`${common.moreActs}：${about}`}>
        {common.moreActs} ▾
      </Button>
    </Popover>
  );
}
