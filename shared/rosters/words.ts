/** The headings that offices write in a roster. Templates and exports write the first of each. */

/** `classHours.2026`, also written 2026年学时. */
export const classHoursHeading =
  /^(?:facts\.)?classhours\.(\d{4})$|^(\d{4})年?(?:度)?(?:继续教育)?学时(?:数)?$/u;

export const columnWords = {
  kind: ['类别', '类型', '种类', '对象类别', '监管对象类别', '主体类别'],
  name: [
    '名称',
    '单位名称',
    '项目名称',
    '工程名称',
    '设备名称',
    '案件名称',
    '机关名称',
    '全称',
    '姓名',
    '单位',
    '单位全称',
    '机构名称',
    '立档单位',
    '立档单位名称',
    '企业名称',
  ],
  code: [
    '代码',
    '统一社会信用代码',
    '单位代码',
    '项目代码',
    '机构代码',
    '组织机构代码',
    '编码',
    '编号',
    '案号',
  ],
  parent: ['上级单位', '上级', '主管单位', '所属单位', '建设单位', '隶属单位', '上级代码', '上级名称'],
  nature: ['性质', '单位性质', '机构性质', '主体性质'],
  traits: ['特征', '标签', '属性'],
  /** For a retired subject: the day is compared, never changed. */
  retired: ['注销日期'],
} as const;

/** For the first contact; for the others with `2` and so on after the word. */
export const contactWords = {
  name: [
    '联系人',
    '联系人姓名',
    '联络员',
    '联络人',
    '经办人',
    '档案负责人',
    '档案员',
    '档案员姓名',
    '专职档案员',
    '兼职档案员',
    '专兼职档案员',
    '专（兼）职档案员',
    '档案管理员',
    '档案管理人员',
    '档案工作人员',
    '档案人员',
    '档案联络员',
    '档案联系人',
    '联系人及电话',
    '联系人及联系电话',
    '联系人及联系方式',
    '档案员及电话',
    '档案员及联系电话',
  ],
  email: [
    '电子邮箱',
    '邮箱',
    '电子邮件',
    '联系人邮箱',
    '联系人电子邮箱',
    'e-mail',
    '邮箱地址',
    '电子邮箱地址',
    '电子信箱',
    '邮件地址',
  ],
  mobile: ['手机号码', '手机', '手机号', '联系人手机', '联系人手机号', '移动电话', '手机电话', '联系手机'],
  /** A mobile number in such a column is used as the mobile: people write whatever they have into 联系电话. */
  telephone: [
    '办公电话',
    '联系电话',
    '电话',
    '电话号码',
    '联系方式',
    '联系人电话',
    '联系人联系电话',
    '单位电话',
    '办公室电话',
    '固定电话',
    '固话',
    '座机',
    '座机电话',
    '科室电话',
  ],
  role: ['职务', '联系人职务', '岗位', '职务职称', '职务（职称）'],
} as const;

/** Columns that say nothing about a subject. They are reported as left out. */
export const leftOutWords = ['序号', 'no', 'no.', '备注', '备注说明', '附注', '附记'] as const;
