import { conflict, forbidden, refused } from './sentence.ts';

/** What can be wrong with the documents of an escalation: drafts, proposals, decisions, issue, service. */
export const escalationProblems = {
  'escalation.no-party': refused(
    'nobody who answers for {name} is known: enter its parties, or the unit above it, in the register',
    '未登记{name}的责任主体，请先在“基本情况”中填写责任主体或者上级单位',
  ),
  'escalation.no-party-as': refused(
    'nobody who is {relations} of {name} is known, and this is directed against them: enter it in the register',
    '本件应当针对{name}的{relations:relation}作出，请先在“基本情况”中填写该责任主体',
  ),
  'escalation.text-of-other': refused(
    'the text names {other}, but the party is {name}: correct the text',
    '正文写的是{other}，而责任主体是{name}，请修改正文',
  ),
  'escalation.no-nature': refused(
    'the nature of {name} is not known: enter it in the register; it decides which documents are possible',
    '未登记{name}的性质（机关、事业单位、国有企业、民营单位或者个人），请先在登记中填写',
  ),
  'escalation.state': conflict(
    'it is {status}: {event} is not possible',
    '本件现为“{status:escalation}”，不能这样办理，请刷新查看',
  ),
  'escalation.changed': conflict(
    'it was changed meanwhile; read it again and decide again',
    '内容已被他人修改，请刷新后重新办理',
  ),
  'escalation.no-subject': refused(
    'no subject of that id is visible to this token',
    '没有这个对象，或者您的身份看不到它',
  ),
  'escalation.subject-retired': conflict(
    '{name} was retired on {on}: no new document may be begun against it',
    '{name}已于{on}注销，不再对其启动处理',
  ),
  'escalation.step-not-provided': refused(
    'no rule provides for {step} here; possible steps: {instead}',
    '规则没有对此规定“{step:step}”；可以改为：{instead:step}',
  ),
  'escalation.nothing-provided': refused(
    'no rule of this jurisdiction provides for {step} here: see GET …/rules, kind escalation',
    '本地区的规则没有对该类对象规定“{step:step}”',
  ),
  'escalation.choose-rule': refused(
    'several rules provide for {step} here ({titles}): name the one that applies, one of {rules}',
    '“{step:step}”在此有多项规定，请选择适用的一项：{titles}',
  ),
  'escalation.other-regime': refused(
    'the check belongs to another regime ({regime}), and {ruleId} does not follow from it; name a rule of that regime, or a check of this one',
    '所选检查属于“{regime}”，不能据此适用其他制度的规定，请改选规则或者检查',
  ),
  'escalation.other-office': forbidden('That regime belongs to another office.', '该项制度由其他科室负责。'),
  'escalation.not-checked': refused(
    'no check of that id had {name} as a target: name one that did',
    '没有这次检查，或者{name}不在这次检查的对象之中，请另选',
  ),
  'escalation.nothing-overdue': refused(
    'nothing is overdue here under {ruleId}: name another rule',
    '该对象在这条规则下没有逾期的事项，请另选规则',
  ),
  'escalation.not-on-the-spot': refused(
    '{step} cannot be taken on the spot: it needs approval',
    '“{step:step}”不能当场作出，须经批准',
  ),
  'escalation.no-power-on-the-spot': refused(
    'no provision gives the power to take {step} on the spot here: draft it without takenOnTheSpot, it is made as {instead}',
    '没有条款赋予在此当场作出“{step:step}”的权力，请不按现场处置登记，改为起草“{instead:paper}”',
  ),
  'escalation.taken-ahead': refused(
    'this is in the future: record the measure when it was taken',
    '处置时间不能晚于现在，请在处置之后登记',
  ),
  'escalation.nothing-to-change': refused(
    'nothing to change: name at least one field',
    '没有要修改的内容，请至少填写一项',
  ),
  'escalation.period-passed': refused(
    'this period has passed already: set a later day',
    '改正期限须晚于今天',
  ),
  'escalation.no-refusal-yet': refused(
    'a refusal can be found only after an order was issued and served and its period has passed without effect',
    '须先有已印发、已送达且期限届满而未改正的责令改正通知书，才能认定拒不整改',
  ),
  'escalation.circular-against-enterprise': refused(
    'an internal circular names no private party and no person; what can be made instead: {instead}',
    '内部通报不得点名民营单位和个人，可以改用“{instead:paper}”',
  ),
  'escalation.lacks': refused(
    'The proposal is incomplete; still missing: {fields}.',
    '提请批准所需的内容尚未齐备，请先补齐。',
  ),
  'escalation.lacks-now': refused(
    'Something that it needs is no longer there.',
    '办理所需的内容已不齐备，请补齐后重新提请批准。',
  ),
  'escalation.ground-gone': conflict(
    'the document before it was {how}: withdraw it',
    '所依据的文书{how:ended}，请撤回本件',
  ),
  'escalation.duty-closed': conflict(
    'its duty is {how} since {on}: withdraw it',
    '所涉事项已于{on}办结或者免除（{how:duty}），请撤回本件',
  ),
  'escalation.duty-reported': conflict(
    'the unit has reported the duty as done: confirm or return its report first',
    '单位已报告办理，请先确认或者退回其报告',
  ),
  'escalation.duty-provisional': conflict(
    'the duty’s date is provisional, so nothing can be started on it',
    '所涉事项的到期日为暂定，不能据此处理',
  ),
  'escalation.duty-moved': conflict(
    'the duty is no longer overdue: its date was moved',
    '所涉事项的到期日已经变更，尚未逾期',
  ),
  'escalation.other-role': forbidden('Only a {role} decides this step.', '本件由{role:role}决定。'),
  'escalation.own-proposal': refused(
    'the person who proposed it may not decide it: another leader must decide',
    '提请人不能决定本件，须由其他有权限的人员决定',
  ),
  'escalation.other-text': conflict(
    'the text is not the one that was approved: propose it again',
    '正文与批准时不一致，请重新提请批准',
  ),
  'escalation.issued-ahead': refused(
    'this is in the future: issue it on the day itself',
    '印发日期不能晚于今天，请于当日印发',
  ),
  'escalation.issued-before-approval': refused(
    'this is before its approval on {on}',
    '印发日期不能早于批准日期（{on}）',
  ),
  'escalation.issued-before-taken': refused(
    'before the measure was taken on {on}',
    '印发日期不能早于现场处置日期（{on}）',
  ),
  'escalation.other-day-than-finding': refused(
    'the record of the check sets {on} for this problem: one problem has one day; correct the record where the day is to be another',
    '检查记录对该问题定的改正期限是{on}，同一问题只能有一个期限；需要另定的，请先更正检查记录',
  ),
  'escalation.period-ended': refused(
    'its period ended on {on}: set a later day and propose it again',
    '改正期限已于{on}届满，请重新设定期限并重新提请批准',
  ),
  'escalation.served-ahead': refused(
    'this is in the future: enter the service when it has happened',
    '送达日期不能晚于今天，请在送达之后登记',
  ),
  'escalation.served-before-issue': refused(
    'this is before the issue on {on}',
    '送达日期不能早于印发日期（{on}）',
  ),
  'escalation.no-receiver': refused('enter who received it', '请写明签收人'),
  'escalation.two-witnesses': refused(
    'a refused signature needs two witnesses: name two different ones',
    '留置送达请写明两名不同的见证人',
  ),
  'escalation.no-consent': refused(
    'electronic service is valid only with the party’s signed consent on file (行政处罚法第六十一条)',
    '电子送达须有当事人签署的确认书，请填写存放处（行政处罚法第六十一条）',
  ),
  'escalation.no-order-to-comply': conflict(
    'compliance can be entered only for an order to rectify',
    '只有责令改正的文书才能登记改正',
  ),
  'escalation.complied-already': conflict(
    'compliance was entered already, on {on}',
    '已经登记过改正，改正日期为{on}',
  ),
  'escalation.ends-with-duty': conflict(
    'an order for a duty ends with the duty: enter its fulfilment',
    '本件由逾期事项引起，请登记该事项办结',
  ),
  'escalation.complied-ahead': refused(
    'this is in the future: enter it when it has happened',
    '改正日期不能晚于今天，请在改正之后登记',
  ),

  // What is missing for a proposal.
  'escalation.no-text': refused('the document has no text yet', '文书还没有正文'),
  'escalation.no-order': refused(
    'first comes {step}: none was served, or its period has not passed without effect; one that was made on paper is entered as earlierOnPaper',
    '须先有已送达、期限届满而未改正的“{step:step}”；该文书以纸质办理的，请填写“此前以纸质办理的文书”',
  ),
  'escalation.nothing-awaited': refused(
    'nothing has to come before {step}: leave earlierOnPaper out',
    '“{step:step}”之前不须有其他文书，请不填写此前以纸质办理的文书',
  ),
  'escalation.paper-days': refused(
    'the days are not in order: issued, then served, then the end of the period',
    '日期前后不一致：印发日期不能晚于送达日期，送达日期不能晚于期限届满日',
  ),
  'escalation.paper-period-runs': refused(
    'its period runs until {on}: the next step comes after it has passed',
    '该文书的期限到{on}才届满，届满之后才能办理下一步',
  ),
  'escalation.no-investigation': refused(
    'a recommendation needs an investigation on record: enter what it found, or draft it from a check',
    '处理建议须以调查为前提：请填写调查情况，或者从检查记录起草',
  ),
  'escalation.investigated-ahead': refused('this is in the future', '调查日期不能晚于今天'),
  'escalation.no-transfer': refused('this is no transfer', '本件不是移送文书'),
  'escalation.no-supervision': refused(
    'only the supervision of enforcement has these papers',
    '只有行政执法监督事项可以选用督办函、监督决定书',
  ),
  'escalation.no-refusal': refused(
    'Enter why rectification counts as refused (拒不整改); an expired deadline alone is not enough',
    '请由经办人用文字写明认定拒不整改的事实；仅仅逾期不等于拒不整改',
  ),
  'escalation.text-of-other-paper': refused(
    'the text was written for another paper ({written}); as things stand it is made as {paper}: write it anew, or let it be drafted anew (redraft)',
    '正文是按“{written:paper}”拟写的，现应制作为“{paper:paper}”，请修改正文，或者重新起草',
  ),
  'escalation.no-provision': refused(
    'no provision in force gives this power over the party: enter a law with its article (legalBasis) that the legal officer answers for (legalReview); what can be made without: {instead}',
    '没有现行有效的条款赋予对该当事人作出责令的权力：请填写法律依据并经法制审核；否则可以改用“{instead:paper}”',
  ),
  'escalation.no-circulation': refused(
    'name the bodies that it circulates to: organs, institutions and state-owned units alone',
    '请填写通报范围，只能是机关、事业单位和国有单位',
  ),
  'escalation.no-department-called': refused(
    'name the competent department that is called at the same time (circulation)',
    '请在通报范围中填写同时通报的有关主管部门',
  ),
  'escalation.belongs-to-case': refused(
    'prior notice and statement belong to the penalty case: enter them there, by its events',
    '事先告知和陈述申辩在行政处罚案件中登记，请到案件中办理',
  ),
  'escalation.no-basis': refused(
    'name the law, regulation or rule that provides for it: a list cannot create a penalty (行政处罚法第十六条)',
    '请写明设定该处罚的法律、法规或者规章；清单本身不能设定处罚（行政处罚法第十六条）',
  ),
  'escalation.basis-without-article': refused(
    'name the law, regulation or rule and its article, for instance 《中华人民共和国档案法》第四十五条',
    '请写明法律、法规或者规章的名称和具体条款，例如《中华人民共和国档案法》第四十五条',
  ),
  'escalation.basis-is-a-list': refused(
    'a list of responsibilities is the bureau’s own procedure and no legal basis: name a law, regulation or rule',
    '责任清单及其监管制度属于本机关内部程序，不是法律依据，请写明法律、法规或者规章的具体条款',
  ),
  'escalation.no-legal-review': refused(
    'enter the legal review and its opinion (第五十八条)',
    '请登记法制审核的人员和意见（行政处罚法第五十八条）',
  ),
  'escalation.notice-not-sent': refused(
    'the overdue notice before it was never sent: send it first, or give the reason to go on without it (unsentNoticeReason)',
    '逾期通知尚未送出，请先在“通知”中补发，或者写明未通知而继续办理的理由',
  ),
} as const;
