import { conflict, forbidden, refused } from './sentence.ts';

/**
 * What can be wrong with an event of a penalty case, with its papers, or with a change of the facts behind it.
 */
export const caseProblems = {
  'case.no-rule': refused(
    'no rule of this jurisdiction provides for penalty cases of this office',
    '本地区的规定没有为本机构设定行政处罚案件的办理环节',
  ),
  'case.no-standing': refused(
    '{organ} is an archive and not the organ that administers archives, so it may not punish (档案法第八条、第十条, 行政处罚法第十七条、第三十八条). Give the case to the archives bureau, or enter the organ that acts (papers.actingOrgan)',
    '{organ}是档案馆，不是档案主管部门，没有行政处罚权（档案法第八条、第十条，行政处罚法第十七条、第三十八条），请将案件移送有处罚权的档案主管部门；由档案局行使职权的，请在设置中填写行使职权的机关',
  ),
  'case.office-fixed': conflict(
    'the case is under way in its office: retire it there and enter it in the other office',
    '案件正在办理，不能改变承办机构：请在原机构注销后，由另一机构登记',
  ),
  'case.party-told': refused(
    'the party was told of the penalty that is intended: against another person another case is opened',
    '已向当事人告知拟作出的行政处罚，本案不能改为针对其他当事人；针对其他当事人的，另行立案',
  ),
  'case.proposed': conflict(
    'a decision was proposed on this: return the proposal (decision-return) and propose again',
    '已提出处罚建议，请先退回处罚建议，更正后重新提出',
  ),

  // Who may enter an event.
  'case.for-leader': forbidden(
    'A bureau-leader decides {event}; the token says {role}.',
    '“{event:stageEvent}”由局（馆）领导办理；您的身份是{role:role}',
  ),
  'case.for-office': forbidden(
    'The legal office reviews a case; {event} belongs to the office that handles it.',
    '法制机构只作审核，“{event:stageEvent}”由案件承办机构办理',
  ),
  'case.for-legal-officer': forbidden(
    '{event} is for a legal officer: someone on the staff list has that duty',
    '“{event:stageEvent}”由法制员办理，请由人员名单中职责为法制员的人员办理',
  ),
  'case.recused': forbidden(
    'This person was recused from the case and may not take part in it (行政处罚法第四十三条).',
    '您已回避本案，不能参与办理（行政处罚法第四十三条）',
  ),
  'case.proposer': refused(
    '{document} {clause}: the person who proposed it may not take part in its approval; another person must approve',
    '提请人不能参加审批，须由他人办理，见{clause}',
  ),
  'case.level-taken': refused(
    '{document} {clause}: this person has approved at the level “{level}” already; another person must approve at this one',
    '您已办理“{level:level}”，本环节须由他人办理，见{clause}',
  ),

  // What must come before.
  'case.no-evidence': refused(
    '{document} {clause}: no evidence measure is on record',
    '没有采取证据措施的记录，见{clause}',
  ),
  'case.evidence-secured': conflict(
    '{document} {clause}: a measure of {at} is on record; its 24 hours do not change',
    '{at}采取的证据措施已经登记，24小时期限已经起算，见{clause}',
  ),
  'case.formalities-done': conflict('the formalities were completed at {at}', '手续已于{at}补办'),
  'case.no-formalities': conflict(
    '{document} {clause}: no formalities follow here, because the person in charge approves beforehand',
    '证据措施须事先经负责人批准，没有事后补办的手续，见{clause}',
  ),
  'case.evidence-decided': conflict(
    'the evidence was decided on already, on {on}',
    '证据处理决定已于{on}作出',
  ),
  'case.no-discovery': refused(
    '{document} {clause}: record the discovery first, or enter facts.discoveredOn',
    '请先登记现场检查（勘查），或者在基本情况中填写发现日期，见{clause}',
  ),
  'case.no-filing-proposal': refused('there is no filing proposal to decide on', '尚未报请立案'),
  'case.no-decision-proposal': refused('there is no decision proposal to decide on', '尚未提出处罚建议'),
  'case.no-level': conflict(
    '{document} {clause}: this office’s chain has no such level',
    '本机构的审批程序没有这一环节，见{clause}',
  ),
  'case.level-passed': conflict(
    '{document} {clause}: the level “{level}” has approved already',
    '“{level:level}”已经完成，见{clause}',
  ),
  'case.level-first': refused(
    '{document} {clause}: the level “{level}” must approve first',
    '须先完成“{level:level}”，见{clause}',
  ),
  'case.hearing-asked': conflict('a hearing was requested on {on} already', '当事人已于{on}要求听证'),
  'case.no-hearing': refused('no hearing was requested', '当事人没有要求听证'),
  'case.hearing-ended': conflict('the hearing ended on {on}', '听证已于{on}结束'),
  'case.hearing-first': refused(
    '{document} {clause}: the requested hearing must come first',
    '当事人已要求听证，请先举行听证，见{clause}',
  ),
  'case.no-report': refused(
    '{document} {clause}: the proposal requires 《案件调查终结报告》',
    '请先登记《案件调查终结报告》，见{clause}',
  ),
  'case.heard-until': refused(
    'the party may state, defend itself and request a hearing until {until} (行政处罚法第四十五条、第六十四条): propose after that day',
    '当事人陈述、申辩和要求听证的期限至{until}止，期满后才能提出处罚建议（行政处罚法第四十五条、第六十四条）',
  ),
  'case.no-statement': refused(
    '{document} {clause}: enter what the party stated and the result of its review, or that no statement came',
    '请先登记陈述申辩及复核意见，或者登记当事人未提出，见{clause}',
  ),
  'case.no-hearing-notice': refused(
    '{document} {clause}: enter the notice of the hearing first, or the day on which it was served',
    '请先登记听证通知，或者填写听证通知的送达日期，见{clause}',
  ),
  'case.presider': refused(
    '{document} {clause}: {name} investigates the case; somebody else presides',
    '{name}是本案调查人员，听证须由非本案调查人员主持，见{clause}',
  ),
  'case.heavier-notice': refused(
    '{document} {clause}: a statement makes no penalty heavier; enter what was found since, where the heavier notice rests on it',
    '不得因当事人陈述、申辩而给予更重的处罚；因新查明的事实加重的，请填写新查明的事实，见{clause}',
  ),

  'case.no-execution': refused(
    '{document} {clause}: record the execution before the case is closed',
    '请先登记执行情况，再办理结案，见{clause}',
  ),

  // What an event must contain.
  'case.officers': refused(
    '{document} {clause}: at least {least} officers with their certificates, each once',
    '须有{least}名以上执法人员，写明执法证号，不得重复，见{clause}',
  ),
  'case.certificate': refused(
    'the staff list has no such certificate of {name} that is valid on {on}',
    '人员名册中{name}没有该证号，或者证件在{on}已过有效期',
  ),
  'case.recused-before': refused('{name} was recused already', '{name}已经回避'),
  'case.replacement-recused': refused(
    'this person was recused from the case (行政处罚法第四十三条): name another',
    '已经回避本案（行政处罚法第四十三条），请另选他人',
  ),
  'case.not-agreed': refused(
    '{document} {clause}: the person in charge must agree beforehand; enter who agreed',
    '应当事先经负责人同意，请填写同意的负责人，见{clause}',
  ),
  'case.seizure-basis': refused(
    '{document} {clause}: sealing and seizure require a law or regulation (行政强制法第十条、第十一条); enter it, or register the evidence instead',
    '查封、扣押须有法律、法规依据（行政强制法第十条、第十一条），请填写；没有依据的，请改为先行登记保存，见{clause}',
  ),
  'case.seizure-of-archives': refused(
    '{document} {clause}: sealing and seizure require a law or regulation (行政强制法第十条、第十一条), and archives law gives none; enter it, or register the evidence instead',
    '查封、扣押须有法律、法规依据（行政强制法第十条、第十一条），档案法律、法规没有规定；没有其他依据的，请改为先行登记保存，见{clause}',
  ),
  'case.before-measure': refused(
    'this is before the measure of {at}: correct one of them',
    '不能早于采取证据措施的时间（{at}），请核对',
  ),
  'case.ends-before': refused('this is before the beginning at {at}', '结束时间不能早于开始时间（{at}）'),
  'case.no-situation': refused(
    '{document} {clause} lists no situations: leave it out',
    '规定没有列举情形，请清空，见{clause}',
  ),
  'case.situation': refused(
    '{document} {clause} requires one of: {situations}',
    '请选择一项应当立案的情形：{situations}，见{clause}',
  ),
  'case.statement-text': refused('enter what the party stated', '请填写陈述、申辩的内容'),
  'case.statement-review': refused(
    '{document} {clause}: a statement must be reviewed; enter the result of the review',
    '对陈述、申辩应当复核，请填写复核意见，见{clause}',
  ),
  'case.silence-early': refused(
    'the party may state and defend itself until {until} (行政处罚法第四十五条): enter after that day that no statement came',
    '当事人可以陈述、申辩至{until}，期满后才能登记未提出（行政处罚法第四十五条）',
  ),
  'case.hearing-late': refused(
    'a hearing must be requested within 5 working days of the notice, until {until} (行政处罚法第六十四条)',
    '要求听证的期限是告知后5个工作日，至{until}止（行政处罚法第六十四条）',
  ),
  'case.hearing-early': refused(
    'the party must be informed of time and place 7 working days before (行政处罚法第六十四条): not before {earliest}',
    '听证应提前7个工作日通知当事人，不能早于{earliest}举行（行政处罚法第六十四条）',
  ),
  'case.no-legal-basis': refused(
    'a penalty without a legal basis is void (行政处罚法第三十八条): name the law, regulation or rule',
    '没有法定依据的处罚无效（行政处罚法第三十八条），请填写法律、法规或者规章的依据',
  ),
  'case.fine-above': refused(
    '{document} {clause}: {fine} yuan exceeds the statutory maximum of {maximum}; lower the fine',
    '罚款{fine}元超过法定上限{maximum}元，请降低，见{clause}',
  ),
  'case.no-fine-maximum': refused(
    '{document} {clause}: a fine never exceeds the statutory maximum; enter the maximum of the provision',
    '处以罚款的，请填写所适用条款的法定罚款上限，见{clause}',
  ),
  'case.fine-raised': refused(
    'the prior notice of {on} stated {fine} yuan, and a statement never makes the penalty heavier (行政处罚法第四十五条); give prior notice again',
    '{on}事先告知的罚款为{fine}元，不得因陈述、申辩加重（行政处罚法第四十五条）；需要加重的，请重新告知',
  ),
  'case.kind-unannounced': refused(
    'the prior notice of {on} did not announce {kinds}, and nothing is decided that was not announced (行政处罚法第四十四条、第六十二条); give prior notice again',
    '{on}的事先告知没有告知{kinds}，未经告知的处罚不得决定（行政处罚法第四十四条、第六十二条）；需要给予的，请重新告知',
  ),
  'case.no-provision': refused(
    'no such provision of a penalty is entered for this office; one of: {provisions}',
    '没有登记本机构可以适用的这一处罚条款，请选择：{provisions}',
  ),
  'case.fine-above-provision': refused(
    '{fine} yuan exceeds the ceiling of {provision}, {maximum} yuan; lower the fine',
    '{fine}元超过{provision}规定的罚款上限{maximum}元，请降低',
  ),
  'case.kind-not-in-provision': refused(
    '{provision} carries no {kinds}; leave it out, or name the provision that does',
    '{provision}没有规定{kinds}，请删去，或者填写规定这一处罚的条款',
  ),
  'case.fine-below': refused(
    '{document} {clause}: {fine} yuan is less than the {least} of the provision; enter the reasons of mitigation (行政处罚法第三十二条)',
    '罚款{fine}元低于条款规定的下限{least}元，属于减轻处罚（行政处罚法第三十二条），请填写裁量理由，见{clause}',
  ),
  'case.no-grade': refused(
    'the benchmark has no such grade; one of: {grades}',
    '裁量基准没有这一档次，请选择：{grades}',
  ),
  'case.grade-or-reason': refused(
    'choose a grade of the benchmark ({grades}), or enter the reasons for departing from it (discretion)',
    '请选择裁量档次（{grades}）；不适用裁量基准的，请填写裁量理由',
  ),
  'case.outside-grade': refused(
    '{fine} yuan is outside the grade {grade}, {from} to {to}; change it, or enter the reasons for departing from it',
    '罚款{fine}元不在“{grade}”的幅度（{from}元至{to}元）内，请调整，或者填写裁量理由',
  ),
  'case.warning-alone': refused(
    '{provision} gives a warning only together with a fine; enter the fine, or make an order to rectify (档案法第四十五条) instead',
    '{provision}的警告与罚款并处，不能单独给予警告；请填写罚款金额，不予处罚而需要整改的，请改用责令限期整改通知书（档案法第四十五条）',
  ),
  'case.contradicted': refused(
    '{given} contradicts facts.{fact} on record, {recorded}: correct the fact first',
    '与基本情况中登记的“{recorded:party}”不一致，请先更正',
  ),
  'case.no-party': refused(
    '{document} {clause}: say whether the party is an individual or a unit; whether the fine needs a collective discussion depends on it',
    '请选择当事人是个人还是单位，据以确定是否集体讨论，见{clause}',
  ),
  'case.discussed-alone': refused(
    '{document} {clause}: several people must take part in the discussion; enter who did',
    '集体讨论须有多人参加，请填写参加人员，见{clause}',
  ),
  'case.not-received': refused(
    '{document} {clause}: enter who signed for it, or that the signature was refused and {least} witnesses noted it',
    '请填写签收人；拒绝签收的，填写{least}名以上见证人，见{clause}',
  ),
  'case.witnesses': refused(
    '{document} {clause}: a refused signature must be noted by {least}',
    '留置送达须有{least}名以上见证人，请填写，见{clause}',
  ),
  'case.no-consent': refused(
    'electronic service is valid only with the party’s signed consent on file (行政处罚法第六十一条)',
    '电子送达须有当事人签署的确认书，请填写存放处（行政处罚法第六十一条）',
  ),

  // Why a collective discussion must be held; shown with the case.
  'case.major': refused('{document} {clause}: a major case', '重大案件，见{clause}'),
  'case.complex': refused('{document} {clause}: a complex case', '复杂案件，见{clause}'),
  'case.public-interest': refused(
    '{document} {clause}: a major public interest is affected',
    '涉及重大公共利益，见{clause}',
  ),
  'case.after-hearing': refused('{document} {clause}: a hearing was held', '经过听证程序，见{clause}'),
  'case.complex-review': refused('{document} {clause}: a complex case', '案情疑难复杂，见{clause}'),
  'case.fine-on-individual': refused(
    '{document} {clause}: a fine of {from} yuan or more on an individual',
    '对个人罚款{from}元以上，见{clause}',
  ),
  'case.fine-on-unit': refused(
    '{document} {clause}: a fine of {from} yuan or more on a unit',
    '对单位罚款{from}元以上，见{clause}',
  ),

  // Documents.
  'case.open-place': refused(
    '{form}: {place} is open; enter {field} of the event {event}',
    '《{form:caseForm}》的“{place}”尚未填写，请在“{event:stageEvent}”中填写',
  ),
  'case.no-case': refused(
    'only a case has such papers; this is a {kind}: documents against it are under its escalations',
    '只有案件才有这些文书；{kind:kind}的文书请在对它的处理措施中查看',
  ),
  'case.paper-later': conflict(
    '{document} {clause}: the {form} is made from the event {event}; enter {event} first',
    '案件尚未办到“{event:stageEvent}”，还没有《{form:caseForm}》，请先办理该环节，见{clause}',
  ),
  'case.paper-never': conflict(
    '{document} {clause}: there is no {form}; the case has ended ({stage}), so there will be none',
    '案件已经终结（{stage:stage}），不再形成《{form:caseForm}》，见{clause}',
  ),
  'case.no-major-report': conflict(
    '{document} {clause}: a report is filed of a major decision alone, and where the list asks for it; the case is not marked as major (decision-proposal: major)',
    '只有重大行政处罚决定才报送备案，本案未列为重大案件，或者本机构没有备案要求，见{clause}',
  ),
  'case.no-minutes': conflict(
    '{document} {clause}: the decision was taken without a discussion; there are no minutes',
    '本案未经集体讨论，没有讨论记录，见{clause}',
  ),
  'case.no-discussion': conflict(
    '{document} {clause}: no rule requires a discussion of this proposal; a reviewer who wants one sets collective: true',
    '本案无须集体讨论，没有讨论记录；审核人认为需要讨论的，可以提交集体讨论，见{clause}',
  ),
} as const;
