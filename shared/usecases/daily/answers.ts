import { officeName, type OfficeName } from '../../rules/schema.ts';
import { subjectRecord } from '../../records/subject.ts';
import type { Context } from '../context.ts';
import type { Deps } from '../deps.ts';

interface OfficeText {
  readonly office: OfficeName;
  readonly line: string;
}

/** The subjects whose contacts were corrected by the link of a letter since the last mail, and wait for an officer. */
export async function contactLines(
  { store }: Deps,
  context: Context,
  lines: readonly { readonly type: string; readonly id: string }[],
): Promise<OfficeText[]> {
  const jurisdiction = context.jurisdiction.id;
  const told = new Set(lines.flatMap(({ type, id }) => (type === 'contacts' ? [id] : [])));
  const found: OfficeText[] = [];
  for (const id of told) {
    const [name, subjectId = ''] = id.split('/');
    const office = officeName.safeParse(name).data;
    const subject = await subjectRecord.read(store, { jurisdiction, id: subjectId });
    if (office !== undefined && subject?.contactProposal) found.push({ office, line: subject.name });
  }
  return found;
}
