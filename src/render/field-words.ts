import type { Text } from '#model/text.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** Words of the forms that go to the field. */
export const fieldWords: Readonly<Record<'title' | 'audit' | 'unit' | 'auditor' | 'on' | 'howTo' | 'pick' | 'samples' | 'pool' | 'of' | 'drawn', Text>> = {
  title: t('Internal audit checklist', '内审检查表'),
  audit: t('Audit', '审核编号'),
  unit: t('Unit', '受审核部门'),
  auditor: t('Auditor', '审核员'),
  on: t('Day (YYYY-MM-DD)', '审核日期（年-月-日）'),
  howTo: t('Fill in the white cells only. A judgement needs evidence: numbers, posts, days, figures. Rows without judgement stay open.', '只填白色格。判定须有证据：编号、岗位、日期、数据。没有判定的行仍为未完成。'),
  pick: t('Please pick from the list.', '请从列表中选择。'),
  samples: t('Suggested samples', '抽样建议'),
  pool: t('Drawn from', '抽样总体'),
  of: t('There are', '总数'),
  drawn: t('Sample', '样本'),
};

type FormWord = 'organization' | 'process' | 'time' | 'seed' | 'check' | 'day' | 'progress' | 'show' | 'all' | 'onlyOpen' | 'onlyFaults' | 'onlyBad' | 'next' | 'save'
  | 'load' | 'steps' | 'where' | 'sampleHint' | 'judgement' | 'clear' | 'evidence' | 'sample' | 'method' | 'note' | 'photos' | 'open' | 'faults' | 'noEvidence'
  | 'noReason' | 'noItem' | 'manyPhotos' | 'noAuditor' | 'noDay' | 'tooLarge' | 'kept' | 'restored' | 'notKept' | 'photosNotKept' | 'saved' | 'unreadable' | 'other'
  | 'replace' | 'noPicture' | 'remove';

/** Words of the html form: what it shows, and what its script says. */
export const formWords: Readonly<Record<FormWord, Text>> = {
  organization: t('Organization', '单位'), process: t('Process', '过程'), time: t('Time', '审核时间'), seed: t('Seed of the samples', '抽样种子'), check: t('Check number', '校验码'), day: t('Day of the audit', '审核日期'),
  progress: t('Rows judged', '已判定的行'), show: t('Show', '显示'), all: t('all rows', '全部'), onlyOpen: t('open rows', '未判定'), onlyFaults: t('rows that would be refused', '会被退回的'), onlyBad: t('nonconformities', '不符合'),
  next: t('Next open row', '下一个未判定'), save: t('Save to a file', '保存为文件'), load: t('Go on from a saved file', '从已存文件继续'),
  steps: t('The way of a case', '按件跟踪'), where: t('Where it should show', '应见于何处'), sampleHint: t('Suggested sample', '抽样建议'),
  judgement: t('Judgement', '判定'), clear: t('clear', '清除'), evidence: t('Evidence seen: numbers, posts, days, figures', '证据记录：编号、岗位、日期、数据'), sample: t('Sample really drawn', '实抽样本'), method: t('Method', '方法'), note: t('Note', '备注'), photos: t('Photos', '照片'),
  open: t('{open} of {all} rows open', '共 {all} 行，{open} 行未判定'),
  faults: t('{count} entries would be refused.', '有 {count} 处会被退回。'),
  noEvidence: t('Judged without evidence: write down what was seen.', '有判定而没有证据：请写明所见。'),
  noReason: t('Not applicable without a reason: say why in evidence or note.', '判为不适用但没有理由：请在证据或备注中写明。'),
  noItem: t('A nonconformity needs a requirement of the standard: judge a row that names one.', '不符合须对应标准要求：请判在写明要求的行。'),
  manyPhotos: t('More than {most} photos in one row.', '一行的照片超过 {most} 张。'),
  noAuditor: t('No auditor is chosen.', '没有选择审核员。'), noDay: t('The day of the audit is missing.', '没有填写审核日期。'),
  tooLarge: t('The file would be {size} MB; up to {limit} MB are taken in. Remove photos.', '文件将有 {size} MB，最多 {limit} MB。请删去部分照片。'),
  kept: t('Kept in this browser. Save to a file before you leave.', '已存于本浏览器。离开前请保存为文件。'),
  restored: t('Answers kept in this browser were restored.', '已恢复本浏览器保存的内容。'),
  notKept: t('This browser keeps nothing ({why}): a reload loses the answers. Save to a file often.', '本浏览器拒绝保存（{why}）：刷新会丢失内容，请经常保存为文件。'),
  photosNotKept: t('The photos are too large for this browser’s storage: a reload loses them. Save to a file now.', '照片超出本浏览器的存储空间：刷新会丢失照片，请立即保存为文件。'),
  saved: t('Saved as {file}. Bring this file back with `qms audit record`.', '已保存为 {file}。请用 `qms audit record` 导入该文件。'),
  unreadable: t('The file cannot be read.', '无法读取该文件。'), other: t('The file belongs to another checklist.', '该文件属于另一张检查表。'),
  replace: t('Replace what is on the page by the file?', '用该文件替换页面上的内容？'), noPicture: t('{name} is no picture that can be read.', '{name} 不是可以读取的图片。'), remove: t('Remove', '删除'),
};
