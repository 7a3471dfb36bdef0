import type { DocumentType } from '#model/document.ts';
import type { Text } from '#model/text.ts';
import type { Mark } from '#views/controlled/document.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** What kind of paper it is, as it stands on cover and head. */
export const typeLabels: Readonly<Record<DocumentType, Text>> = {
  manual: t('Quality manual', '质量手册'), procedure: t('Procedure', '程序文件'), 'work-instruction': t('Work instruction', '作业指导书'), rule: t('Rule', '管理制度'),
  form: t('Form', '记录表单'), plan: t('Plan', '工作计划'), external: t('External document', '外来文件'),
};

/** The words of the stamp. */
export const markLabels: Readonly<Record<Mark, Text>> = {
  controlled: t('CONTROLLED', '受控'), uncontrolled: t('UNCONTROLLED', '非受控'), draft: t('DRAFT', '草案'), obsolete: t('OBSOLETE', '作废'), retained: t('OBSOLETE, RETAINED', '作废保留'),
};

/** What the stamp means for the reader; at the foot of each page. */
export const markNotes: Readonly<Record<Mark, Text>> = {
  controlled: t('Controlled copy, kept up to date by its issuer.', '受控本，由发放部门负责换发。'),
  uncontrolled: t('Uncontrolled print: for information, not kept up to date.', '非受控打印件，仅供参考，不负责换发。'),
  draft: t('Draft: not approved, not to be used for work.', '草案，未经批准，不得作为办事依据。'),
  obsolete: t('Obsolete: not to be used.', '已作废，停止使用。'),
  retained: t('Obsolete, kept for knowledge only.', '已作废，保留仅供参考。'),
};

export type Label = 'title' | 'number' | 'revision' | 'effective' | 'issued' | 'status' | 'copy' | 'holder' | 'owner' | 'trial' | 'supersedes' | 'stampBox' | 'prepared' | 'reviewed' | 'approved' | 'role' | 'person' | 'post' | 'on' | 'changes' | 'no' | 'request' | 'section' | 'summary' | 'by' | 'approvedBy' | 'contents' | 'signatures' | 'digest' | 'fullDigest' | 'level' | 'key' | 'noSignatures' | 'liveNote' | 'records' | 'procedure' | 'keeper' | 'retention' | 'disposal' | 'medium' | 'clauses' | 'requirement' | 'where' | 'pageWord';

export const labels: Readonly<Record<Label, Text>> = {
  title: t('Title', '文件名称'), number: t('Number', '编号'), revision: t('Revision', '版本/修订'), effective: t('In force from', '生效日期'), issued: t('Issued', '发布日期'), 
  status: t('Status', '受控状态'), copy: t('Copy no', '分发号'), holder: t('Holder', '持有部门'), owner: t('Responsible unit', '主管部门'), trial: t('On trial until', '试行截止'), supersedes: t('Supersedes', '代替'),
  stampBox: t('Control stamp', '受控章'),
  prepared: t('Prepared', '编制'), reviewed: t('Reviewed', '审核'), approved: t('Approved', '批准'), role: t('Role', '事项'), person: t('Name', '姓名'), post: t('Post', '岗位'), on: t('Date', '日期'),
  changes: t('Change record', '更改记录'), no: t('No', '序号'), request: t('Request no', '更改单号'), section: t('Section', '章节'), summary: t('Summary', '修改摘要'), by: t('Changed by', '修改人'), approvedBy: t('Approved by', '批准人'),
  contents: t('Contents', '目录'), signatures: t('Approvals', '签署记录'), digest: t('Digest', '正文摘要'), fullDigest: t('Digest of the text (sha256)', '正文摘要（sha256）'), level: t('Level', '签署等级'), key: t('Key', '密钥指纹'),
  noSignatures: t('No signature for this revision in the ledger of approvals; who prepared, reviewed and approved it stands on the cover.', '签署台账中没有本版本的签署记录；编制、审核、批准见封面。'),
  liveNote: t('Lists and tables that the text calls from registers show the state of {today}; they are controlled by their own registers and are not part of the signed text.', '正文引用登记表的清单和表格按{today}的登记内容列出，由各登记表自行控制，不在签署的正文之内。'),
  records: t('Records made with this form', '记录管理'), procedure: t('Under', '所属文件'), keeper: t('Kept by', '保管部门'), retention: t('Kept for', '保存期限'), disposal: t('Then', '到期处置'), medium: t('Medium', '载体'),
  clauses: t('Clause index', '条款索引'), requirement: t('Requirement', '要求'), where: t('Section', '所在章节'), pageWord: t('Page', '页'),
};

export const roleLabels: Readonly<Record<string, Text>> = { prepare: labels.prepared, review: labels.reviewed, approve: labels.approved, withdraw: t('Withdrawn', '作废'), confirm: t('Confirmed', '复审确认') };
export const disposalLabels: Readonly<Record<string, Text>> = { destroy: t('destroyed', '销毁'), transfer: t('to the archives', '移交档案'), return: t('returned', '退还') };
export const mediumLabels: Readonly<Record<string, Text>> = { paper: t('paper', '纸质'), electronic: t('electronic', '电子'), both: t('paper and electronic', '纸质与电子') };
