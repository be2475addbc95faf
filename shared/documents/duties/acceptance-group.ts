import { content, label, type Block } from '../model.ts';
import { SIGNATURE } from '../escalations/phrases.ts';
import type { ProjectFormParts } from './parts.ts';
import { BY_HAND, dayOrBlank, pairs, wide } from './words.ts';

/** The members of the group, which the meeting passes first: an odd number, five at least. */
export function acceptanceGroup(parts: ProjectFormParts): Block[] {
  const { project, party, acceptance, bureau } = parts;
  const { chair = '', members = [] } = acceptance.file.group ?? {};
  const ordered = [
    ...members.filter(({ name }) => name === chair),
    ...members.filter(({ name }) => name !== chair),
  ];
  return [
    pairs([
      wide('项目名称', project.name),
      wide('建设单位', party.name),
      wide('组织验收单位', bureau),
      wide('验收会日期', dayOrBlank(acceptance.file.metOn)),
    ]),
    {
      kind: 'table',
      widths: [13, 24, 21, 40, 29, 29],
      header: true,
      rows: [
        {
          cells: ['序号', '姓名', '组内职务', '工作单位', '职务（职称）', '签名'].map((name) => label(name)),
        },
        ...ordered.map(({ name, from }, index) => ({
          cells: [
            label(String(index + 1)),
            content(name),
            content(name === chair ? '组长' : '成员'),
            content(from),
            content(BY_HAND),
            content(SIGNATURE),
          ],
          height: 11,
        })),
      ],
    },
    {
      kind: 'remark',
      small: true,
      text: `（验收组共${members.length}人，为单数；名单由组长在验收会上提请通过。职务（职称）由成员填写。）`,
    },
  ];
}
