import type { ChecklistRow } from '#model/audit.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { allWords } from '#model/text.ts';

/** AUD-006: a checklist full of ticks and empty of samples shows that nobody looked. */
export const paperAudit: ProjectRule = {
  code: 'audit/paper-audit', severity: 'warning', scope: 'project',
  title: { en: 'Checklist without traces of an audit', 'zh-CN': '检查表没有审核痕迹' },
  why: { en: '“Conforms” without sample, post or document number cannot be repeated by anybody and proves nothing.', 'zh-CN': '只写“符合”而没有样本、岗位和文件编号，谁也无法复核，证明不了任何事。' },
  messages: {
    whole: {
      en: 'All {count} rows conform, and none names a sample, a post or a document. Write down what was looked at.',
      'zh-CN': '{count}行全部判为符合，却没有一行写明样本、岗位或者文件编号。请补记查看了什么。',
    },
    row: { en: 'Row {no} is judged conforming without sample, evidence or document. Write down what was looked at.', 'zh-CN': '第{no}行判为符合，但没有样本、证据或者文件编号。请补记查看了什么。' },
  },
  examples: [
    bad(`
=== checklist.yaml
kind: audit-checklist
audit: NS-2004-01
rows: # expect audit/paper-audit
  - { no: 1, question: 文件是否受控？, judgement: conform, evidence: 符合要求 }
  - { no: 2, question: 记录是否完整？, judgement: conform, evidence: 已查看 }
  - { no: 3, question: 目标是否分解？, judgement: conform }
`),
    bad(`
=== checklist.yaml
kind: audit-checklist
audit: NS-2004-01
rows:
  - { no: 1, question: 文件是否受控？, judgement: conform, sample: 受控清单第3、9、17号 }
  - { no: 2, question: 记录是否完整？, judgement: conform } # expect audit/paper-audit
`),
    good(`
=== checklist.yaml
kind: audit-checklist
audit: NS-2004-01
rows:
  - { no: 1, question: 文件是否受控？, judgement: conform, sample: 受控清单第3、9、17号 }
  - { no: 2, question: 记录是否完整？, judgement: conform, evidence: 抽查10份登记档案均完整 }
  - { no: 3, question: 有无测量设备？, judgement: not-applicable }
`),
  ],
  *check(project) {
    const posts = project.registers.posts.flatMap(({ value }) => allWords(value.name));
    for (const checklist of project.registers.checklists) {
      const judged = (checklist.value.rows ?? []).map((row, at) => ({ row, at })).filter(({ row }) => row.judgement !== undefined && row.judgement !== 'not-applicable');
      const conform = judged.filter(({ row }) => row.judgement === 'conform');
      if (judged.length > 1 && conform.length === judged.length && !conform.some(({ row }) => traceable(row, posts))) {
        yield { at: spot(checklist, 'rows'), message: 'whole', args: { count: judged.length } };
        continue;
      }
      for (const { row, at } of conform) if (!row.sample && !row.evidence && !row.document) yield { at: spot(checklist, 'rows', at), message: 'row', args: { no: row.no ?? at + 1 } };
    }
  },
};

/** A sample or document is named, or the evidence holds a figure or a post. */
function traceable({ sample, document, evidence = '' }: ChecklistRow, posts: readonly string[]): boolean {
  return Boolean(sample ?? document) || /\d|[一二三四五六七八九十百两][份件户人个处次卷册]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i.test(evidence) || posts.some((post) => evidence.includes(post));
}
