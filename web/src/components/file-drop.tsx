import { useState, type DragEvent, type ReactElement, type ReactNode } from 'react';

interface FileDropProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** Extensions offered in the browser’s file dialog, with a dot. */
  readonly accept: string;
  readonly take: (file: File) => void;
}

/** An area to drop one file on, or to choose one by pointer or keyboard. */
export function FileDrop({ label, hint, accept, take }: FileDropProps): ReactElement {
  const [over, setOver] = useState(false);
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <label
      className={over ? 'drop drop-over' : 'drop'}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        const file = event.dataTransfer.files[0];
        if (file) take(file);
      }}
    >
      <span>{label}</span>
      <input
        type="file"
        accept={accept}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // Cleared, so that the same file can be chosen again after it was corrected.
          target.value = '';
          if (file) take(file);
        }}
      />
      {hint === undefined ? null : <span className="hint">{hint}</span>}
    </label>
  );
}
