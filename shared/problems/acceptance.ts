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
  'acceptance.votes': refused(
    '{inFavour} members cannot be in favour: the group has {members}',
    '同意合格的人数（{inFavour}人）不能多于验收组人数（{members}人），请核对',
  ),
  'acceptance.vote-against-score': refused(
    '{document} {clause}: {inFavour} of {members} members are in favour, but the score of {score} is {grade}: the group settles both; enter the score again, or correct the number',
    '验收组{members}人中有{inFavour}人同意合格，与评分{score}分（{grade}）不一致，请验收组复议后重新登记评分或者更正人数，见{clause}',
  ),
  'acceptance.period-past': refused(
    'the period ends on {day}, not after the opinion of {on}: enter a later day',
    '整改期限（{day}）应当晚于出具验收意见之日（{on}）',
  ),
  'acceptance.recheck-early': refused(
    'the group looks again on {day}, before {on}: enter that day or a later one',
    '复查日期（{day}）不能早于{on}，请核对',
  ),
  'acceptance.group-size': refused(
    'the group has {count} members; the national measure on acceptance asks for an odd number of at least {least}: enter the group again',
    '验收组现有{count}人，应当为{least}人以上的单数（国家《重大建设项目档案验收办法》），请重新登记验收组后再下载',
  ),
  'acceptance.group-was': refused(
    'the group had {count} members, and the national measure on acceptance asks for an odd number of at least {least}: no paper is made for it, and it cannot be changed after the opinion',
    '验收组只有{count}人，不是{least}人以上的单数（国家《重大建设项目档案验收办法》），不能形成验收文书；已经出具意见，不能再改，请研究是否重新组织验收',
  ),
} as const;
