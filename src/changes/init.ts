import { auditableClauses, type Standard } from '#model/standard.ts';
import type { Locale } from '#model/text.ts';
import { fill } from './fill.ts';

export interface Start { readonly organization: string; readonly prefix: string; readonly language: Locale; readonly standard: Standard; readonly today: string; readonly buildingUntil: string }

/** A starting workspace: the template files, a row for every auditable clause, a draft for every procedure the standard wants. */
export function startWorkspace(templates: ReadonlyMap<string, string>, start: Start): Map<string, string> {
  const values = { organization: start.organization, prefix: start.prefix, standard: start.standard.id, today: start.today, building_until: start.buildingUntil };
  const files = new Map([...templates].filter(([path]) => path !== 'procedure.md').map(([path, text]) => [path, fill(text, values)]));
  files.set('responsibilities.yaml', responsibilities(start));
  const draft = templates.get('procedure.md') ?? '';
  for (const [index, procedure] of start.standard.procedures.entries()) {
    const number = String(index + 1).padStart(2, '0');
    const points = procedure.points.map(({ id, text }, at) => `### 4.${at + 2} ${text[start.language]} :req[${id}]`).join('\n\n');
    files.set(`procedures/QP-${number}.md`, fill(draft, { ...values, number, title_zh: procedure.title['zh-CN'], title_en: procedure.title.en, clause: procedure.clause, points }));
  }
  return files;
}

function responsibilities({ standard, language }: Start): string {
  const head = {
    'zh-CN': '# 职能分配表：每个条款由谁主管（lead，●）、谁相关（related，○）。起步时全部由贯标办主管，请逐条改为实际主管部门。',
    en: '# Who leads (●) and who is related (○) for each clause. To begin with the quality office leads all of them: name the unit that really does.',
  }[language];
  const rows = auditableClauses(standard).map(({ number, title }) => `  - { clause: "${number}", lead: [qms-office], related: [] } # ${title[language]}`);
  return [head, 'kind: responsibilities', 'clauses:', ...rows, ''].join('\n');
}
