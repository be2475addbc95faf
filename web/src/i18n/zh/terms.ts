import { paperWords, provisionStateWords } from '../../../../shared/vocabulary/papers.ts';
import { natureWords, relationWords } from '../../../../shared/vocabulary/parties.ts';
import { keysOf, tableOf } from '../../../../shared/vocabulary/table.ts';
import { unitWords } from '../../../../shared/vocabulary/figure-words.ts';
import * as words from '../../../../shared/vocabulary/value-words.ts';

/** Names for the API’s values. */
export const terms = {
  roles: { ...words.roleWords, system: '系统' },
  scopes: words.scopeWords,
  offices: words.officeWords,
  staffDuties: words.staffDutyWords,
  kinds: {
    unit: '单位',
    project: '建设项目',
    equipment: '设备',
    'civil-defence-work': '人防工程',
    permit: '行政许可',
    case: '案件',
    'compilation-task': '编纂任务',
    'reconsideration-decision': '行政复议决定',
    'enforcement-organ': '执法机关',
    archivist: '档案工作人员',
    government: '人民政府',
    bureau: '主管部门',
  },
  natures: tableOf(keysOf(natureWords), (name): string => natureWords[name][0]),
  relations: relationWords,
  status: { ...words.statusWords, past: '已过期' },
  report: words.reportWords,
  pursuit: {
    active: '正常催办',
    untracked: '到期日早于追踪起始日，只列示，不追究',
    unconfirmed: '登记时已经逾期，待业务人员确认后才通知单位',
    none: '政策目标，只列示，不追究',
  },
  pursuitShort: { active: '正常', untracked: '不追究', unconfirmed: '待确认', none: '只列示' },
  provisional: '暂定',
  provisionalHint: '该年度的放假安排尚未公布或录入，日期可能变动。',
  noticeStatus: words.noticeStatusWords,
  noticePassed: '未及提醒',
  noticeKinds: words.noticeKindWords,
  channels: words.channelWords,
  steps: words.stepWords,
  papers: paperWords,
  provisionStates: provisionStateWords,
  escalationStatus: words.escalationStatusWords,
  quotaStatus: words.quotaStatusWords,
  ruleKinds: words.ruleKindWords,
  basisStatus: words.basisStatusWords,
  units: unitWords,
};
