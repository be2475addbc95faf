import { basisText } from '../../letters/wording.ts';
import { chineseInstant } from '../../domain/time/instant.ts';
import { documentName } from '../escalations/compose.ts';
import {
  coverRemark,
  dutyBlocks,
  escalationBlocks,
  facts,
  latestOf,
  noticeBlocks,
  numberOf,
  proofBlocks,
  timelineBlock,
} from './blocks.ts';
import { legalBlocks } from './legal.ts';
import type { DossierParts } from './parts.ts';
import { escalationStatusWords } from '../../vocabulary/value-words.ts';
import { heading, paragraph, type Block, type DocumentModel } from '../model.ts';

export const DOSSIER_NAME = '案卷.docx';

/** One readable 案卷: what was decided and served comes first, then why, what was told, and the proof of the chain. */
export function dossierModel(parts: DossierParts): DocumentModel {
  return {
    name: `${parts.subject.name}案卷`,
    at: latestOf(parts),
    author: parts.bureau,
    blocks: [
      ...cover(parts),
      heading('一、文书、审批和送达'),
      ...parts.escalations.flatMap((one, index) => escalationBlocks(parts.people, one, index)),
      heading('二、期限及其计算'),
      ...(parts.duty ? dutyBlocks(parts.duty) : [paragraph('本案不因期限届满而起，无须计算期限。')]),
      heading('三、办理经过'),
      timelineBlock(parts.timeline),
      heading('四、通知清单'),
      ...noticeBlocks(parts.notices),
      heading('五、决定记录的完整性证明'),
      ...proofBlocks(parts),
      heading('六、法制审查'),
      ...legalBlocks(parts.legal),
    ],
  };
}

function cover(parts: DossierParts): Block[] {
  const { subject, party } = parts;
  return [
    { kind: 'title', lines: [parts.bureau, '案　卷'] },
    facts([
      ['当事人', party === undefined ? '未登记' : withCode(party)],
      ['监管对象', party?.subjectId === subject.id ? undefined : withCode(subject)],
      ['案由', parts.matter],
      ['依据条款', parts.clause],
      ['所列依据\n及其效力', parts.basis.map(basisText)],
      [
        '文书',
        parts.escalations.map(
          (one) =>
            `${documentName(one.parts)}（${numberOf(one)}，${escalationStatusWords[one.parts.status]}）`,
        ),
      ],
      ['截至', chineseInstant(latestOf(parts))],
      ['案卷编号', parts.id],
    ]),
    coverRemark,
  ];
}

const withCode = ({ name, code }: { readonly name: string; readonly code?: string | undefined }): string =>
  code === undefined ? name : `${name}（${code}）`;
