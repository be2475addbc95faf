import { malformed, refused } from './sentence.ts';

/** What can be wrong with an event of the acceptance of a project’s archives. */
export const acceptanceProblems = {
  'acceptance.no-rule': refused(
    'no rule of this jurisdiction provides for the acceptance of archives, so no events can be entered',
    '本地区的规定没有设定项目档案验收的办理环节',
  ),
  'acceptance.score': refused(
    '{document} {clause}: a score is a number from 0 to 100, decimals allowed; {score} is not',
    '分数应在0至100之间，可以有小数，见{clause}',
  ),
  'acceptance.no-self-score': refused(
    '{document} {clause}: the project scores itself first; enter the score',
    '申请前应当自查打分，请填写自评得分，见{clause}',
  ),
  'acceptance.self-score-low': refused(
    '{document} {clause}: an application needs a self-score of at least {least}, and {score} is below it: correct the archives and score again',
    '自评{least}分以上才能申请，现为{score}分，请整改后重新自评，见{clause}',
  ),
  'acceptance.no-members': malformed('name the members', '请填写验收组成员'),
  'acceptance.chair': refused(
    'the chair is one of the members: name the chair among them too',
    '组长应当是验收组成员，请一并列入成员',
  ),
  'acceptance.member-twice': refused('name each member only once', '成员不得重复'),
  'acceptance.absent': refused(
    '{document} {clause}: nobody from {absent} among: {from}; name in “from” whom each member comes from',
    '验收组中没有{absent}的人员，请补充并写明来自单位，见{clause}',
  ),
} as const;
