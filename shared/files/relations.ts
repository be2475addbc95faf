import { partName, type Part } from './unzip.ts';
import type { Pace } from './pace.ts';
import { readWhole } from './xml.ts';

export type Parts = ReadonlyMap<string, Part>;

/** A link from one part of an archive to another: ECMA-376 part 2, 9.3. */
export interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`. The namespaces before it differ between editions of the standard. */
  readonly type: string;
  /** The name of the part, which may be missing. */
  readonly target: string;
}

/** The relations of a part; with '' those of the whole archive. */
export async function relationsOf(parts: Parts, source: string, pace: Pace): Promise<Relation[]> {
  const cut = source.lastIndexOf('/') + 1;
  const folder = source.slice(0, cut);
  const part = parts.get(`${folder}_rels/${source.slice(cut)}.rels`);
  const found: Relation[] = [];
  if (!part) return found;
  await readWhole(
    part,
    {
      open: (name, { Id = '', Type = '', Target = '', TargetMode = '' }) => {
        if (name !== 'Relationship' || TargetMode === 'External') return;
        const type = Type.slice(Type.lastIndexOf('/') + 1);
        found.push({ id: Id, type: type.toLowerCase(), target: resolved(folder, Target) });
      },
      close: () => undefined,
      text: () => undefined,
    },
    pace,
  );
  return found;
}

/** `../a.xml` relative to `xl/worksheets/` is `xl/a.xml`. */
function resolved(folder: string, target: string): string {
  const whole = /^[/\\]/.test(target) ? target : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of partName(unescapedUri(whole)).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function unescapedUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
