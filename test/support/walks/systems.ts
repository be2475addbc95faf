import type * as bodies from '../../../shared/contract/bodies.ts';
import type { z } from 'zod';
import type { OfficeName } from '../../../shared/rules/schema.ts';
import type { Nature } from '../../../shared/vocabulary/parties.ts';

type SubjectBody = z.input<typeof bodies.subjectBody>;

/** One system of supervision as the sources describe it, with what is supervised in it. */
export interface System {
  readonly name: string;
  readonly jurisdiction: string;
  readonly office: OfficeName;
  readonly regimes: readonly string[];
  readonly subject: Pick<SubjectBody, 'kind' | 'traits' | 'facts'> & { readonly name: string };
  /** Who answers for it, in the relation that its kind has. */
  readonly relations?: readonly NonNullable<SubjectBody['parties']>[number]['relation'][];
  /** How it is checked; a case is not. */
  readonly mode?: 'on-site' | 'written' | 'file';
  /** What the check finds, as an officer writes it. */
  readonly found: string;
  readonly public: Nature;
  /** Where only organs can be a party. */
  readonly onlyPublic?: string;
  /** A penalty case is walked from its discovery. */
  readonly opensCase?: true;
}

const unit: System['subject'] = {
  kind: 'unit',
  name: '区某某服务中心',
  traits: ['professional-archives'],
};

const project = (jurisdiction: string, place: string): System => ({
  name: `${place}重点建设项目档案`,
  jurisdiction,
  office: 'archives',
  regimes: ['key-project-archives'],
  subject: {
    kind: 'project',
    name: '第二自来水厂工程',
    facts: { startedOn: '2025-08-11', competentDepartment: '市住房和城乡建设局' },
  },
  relations: ['construction-unit'],
  mode: 'on-site',
  found: '隐蔽工程验收记录未收集，施工图档案缺12卷',
  public: 'state-owned',
});

const electronic = (jurisdiction: string, place: string): System => ({
  name: `${place}电子档案`,
  jurisdiction,
  office: 'archives',
  regimes: ['electronic-archives'],
  subject: unit,
  mode: 'on-site',
  found: '电子档案服务器未备份，登录口令为出厂口令',
  public: 'institution',
});

const security = (jurisdiction: string, place: string): System => ({
  name: `${place}档案安全`,
  jurisdiction,
  office: 'archives',
  regimes: ['archives-security'],
  subject: unit,
  mode: 'on-site',
  found: '档案库房消防设备失效，窗户渗水',
  public: 'institution',
});

const disposal = (jurisdiction: string, place: string): System => ({
  name: `${place}出卖、出境档案`,
  jurisdiction,
  office: 'archives',
  regimes: ['archives-disposal'],
  subject: { kind: 'permit', name: '档案复制件出境许可第7号', facts: {} },
  relations: ['holder'],
  mode: 'on-site',
  found: '出境的档案复制件比许可的多3卷',
  public: 'state-owned',
});

/** The 22 systems of the sources. */
export const systems: readonly System[] = [
  project('hongjiang', '洪江区'),
  electronic('hongjiang', '洪江区'),
  security('hongjiang', '洪江区'),
  {
    name: '洪江区志书编纂',
    jurisdiction: 'hongjiang',
    office: 'archives',
    regimes: ['gazetteer-compilation'],
    subject: { kind: 'compilation-task', name: '《洪江区志·教育篇》编纂', facts: {} },
    relations: ['compiler'],
    mode: 'written',
    found: '资料长编未完成，进度落后于计划',
    public: 'institution',
  },
  {
    name: '洪江区档案行政处罚裁量',
    jurisdiction: 'hongjiang',
    office: 'archives',
    regimes: ['penalty-discretion'],
    subject: { kind: 'case', name: '擅自销毁国有档案案', facts: { office: 'archives' } },
    relations: ['party'],
    found: '擅自销毁国有档案3卷',
    public: 'institution',
    opensCase: true,
  },
  project('shexian', '涉县'),
  electronic('shexian', '涉县'),
  security('shexian', '涉县'),
  disposal('shexian', '涉县'),
  electronic('luquan', '鹿泉区'),
  security('luquan', '鹿泉区'),
  {
    name: '柏乡县人防工程',
    jurisdiction: 'baixiang',
    office: 'civil-defence',
    regimes: ['civil-defence-works'],
    subject: { kind: 'civil-defence-work', name: '世纪花园人防地下室', facts: {} },
    relations: ['builder', 'owner', 'user', 'maintainer'],
    mode: 'on-site',
    found: '擅自拆除防护密闭门2樘',
    public: 'state-owned',
  },
  {
    name: '柏乡县行政复议',
    jurisdiction: 'baixiang',
    office: 'legal-affairs',
    regimes: ['administrative-reconsideration'],
    subject: { kind: 'reconsideration-decision', name: '柏政复决〔2026〕2号', facts: {} },
    relations: ['organ'],
    mode: 'file',
    found: '复议决定送达后90日未履行',
    public: 'organ',
    onlyPublic: '被申请人只能是行政机关',
  },
  {
    name: '柏乡县行政诉讼',
    jurisdiction: 'baixiang',
    office: 'legal-affairs',
    regimes: ['administrative-litigation'],
    subject: { kind: 'enforcement-organ', name: '柏乡县某某局', facts: {} },
    mode: 'file',
    found: '未按期提交答辩状和证据',
    public: 'organ',
    onlyPublic: '被诉的只能是行政机关',
  },
  {
    name: '柏乡县人防案件查处',
    jurisdiction: 'baixiang',
    office: 'civil-defence',
    regimes: ['civil-defence-cases'],
    subject: { kind: 'case', name: '擅自拆除人防工程设备案', facts: { office: 'civil-defence' } },
    relations: ['party'],
    found: '擅自拆除防护密闭门2樘',
    public: 'state-owned',
    opensCase: true,
  },
  {
    name: '柏乡县人防行政处罚裁量权',
    jurisdiction: 'baixiang',
    office: 'civil-defence',
    regimes: ['civil-defence-penalty-discretion'],
    subject: { kind: 'case', name: '侵占人防工程案', facts: { office: 'civil-defence' } },
    relations: ['party'],
    found: '侵占人防工程堆放货物',
    public: 'institution',
  },
  project('baixiang', '柏乡县'),
  electronic('baixiang', '柏乡县'),
  security('baixiang', '柏乡县'),
  disposal('baixiang', '柏乡县'),
  {
    name: '柏乡县档案案件查处和裁量',
    jurisdiction: 'baixiang',
    office: 'archives',
    regimes: ['archives-cases', 'archives-penalty-discretion'],
    subject: { kind: 'case', name: '擅自销毁国有档案案', facts: { office: 'archives' } },
    relations: ['party'],
    found: '擅自销毁国有档案3卷',
    public: 'institution',
    opensCase: true,
  },
  {
    name: '辽宁省档案违法行为处理',
    jurisdiction: 'liaoning',
    office: 'archives',
    regimes: ['violations'],
    subject: { kind: 'unit', name: '省某事业中心', traits: [] },
    mode: 'on-site',
    found: '应归档材料长期由业务处室留存，未按规定归档',
    public: 'institution',
  },
];
