import { actorName } from '#model/actors.ts';
import { auditingOf } from '#model/audit-scope.ts';
import type { Bar } from '#model/auditors.ts';
import { listed } from '#model/listed.ts';
import type { Project } from '#model/project.ts';
import { isWithin } from '#model/standard.ts';
import { wordsIn, type Text, type Wording } from '#model/text.ts';
import type { Proposal, ProposedAudit } from './programme.ts';
import { registerText } from './register-text.ts';

/** Units whose reasons are told one by one. */
const MOST_TOLD = 3;

/** A proposal as the text of a register, in the language of the workspace: to be read, edited and approved. */
export function programmeText(proposal: Proposal, project: Project): string {
  const say = (en: string, zh: string): string => wordsIn({ en, 'zh-CN': zh }, project.config.language);
  const { year, draw, last, audits } = proposal;
  const data = {
    kind: 'audit-programme', year,
    purpose: say(`See in ${year} whether the system conforms to the standard and to our own documents, is carried out and works.`, `检查${year}年度质量管理体系是否符合标准和体系文件的要求，是否得到有效实施和保持。`),
    criteria: last?.criteria ?? criteria(project),
    scope: scope(proposal, project),
    interval_months: proposal.interval,
    method: say('By unit group, spread over the year; documents, interviews, observation, and cases followed from intake to file.', '按部门分组，全年滚动进行；查文件和记录、询问、现场观察，并跟踪个案全过程。'),
    ...(draw ? { sampling: { policy: draw.policy, seed: draw.seed, units: draw.population, reason: say(
      `${draw.drawn.length} of ${draw.population.length} sites drawn by lot (${formula(project, draw.policy)}, rounded up) and those of great weight; the sites do the same work by the same documents, the others follow in later years.`,
      `${draw.population.length}个场所按${formula(project, draw.policy)}（向上取整）随机抽取，权重高的必查，共${draw.drawn.length}个；各场所按同一套文件从事同类工作，其余场所在以后年度审核。`) } } : {}),
    audits: audits.map((audit) => entry(audit, project)),
  };
  return registerText(data, [
    say(`Proposal for ${year}, made on ${project.today} by \`qms audit programme ${year} --propose\`.`, `${year}年度内审方案建议稿，${project.today} 由 \`qms audit programme ${year} --propose\` 生成。`),
    say(`Check and edit it; then have it signed: \`qms audit sign ${year} --role prepare\`, then \`--role approve\`. Until it is approved it is a draft.`, `请核对修改，再办理签署：先 \`qms audit sign ${year} --role prepare\`（编制），后 \`--role approve\`（批准）；批准之前为草案。`),
  ], { list: 'audits', lines: (index) => comment(audits[index] as ProposedAudit, project) }, ['criteria']);
}

function entry(audit: ProposedAudit, project: Project): Record<string, unknown> {
  const { id, planned, units, processes, clauses, blocks, crew, weight } = audit;
  const lacking = lack(audit, project);
  return {
    id, planned, units, ...(processes.length > 0 ? { processes } : {}), clauses, ...(blocks.length > 0 ? { blocks } : {}),
    ...(crew.leader === undefined ? {} : { leader: crew.leader }), ...(crew.team.length > 0 ? { team: crew.team } : {}),
    weight, reason: reason(audit, project), status: 'planned', ...(lacking ? { note: wordsIn(lacking, project.config.language) } : {}),
  };
}

/** Names who cannot go and why; undefined when the audit is manned. */
export function lack({ crew, units, planned }: Pick<ProposedAudit, 'crew' | 'units' | 'planned'>, { index }: Pick<Project, 'index'>): Text | undefined {
  const names = (ids: readonly string[]): Text => listed(ids.map((id) => actorName(index, id)));
  const name = (id: string): Text => names([id]);
  const unit = names(units);
  const barred = names(crew.barred);
  const nobody = crew.barred.length > 0
    ? { en: `No leader for ${unit.en} on ${planned}: ${barred.en} belong to it, and nobody else is qualified to lead. Train or borrow an auditor.`, 'zh-CN': `${planned}审核${unit['zh-CN']}无人可任组长：${barred['zh-CN']}属于该部门，其他人员没有组长资格。请培训或者借调内审员。` }
    : { en: `No leader for ${unit.en} on ${planned}: nobody is qualified to lead on that day. Train or borrow an auditor.`, 'zh-CN': `${planned}审核${unit['zh-CN']}无人可任组长：当日没有具备资格的人员。请培训或者借调内审员。` };
  const orphans = crew.orphans.map(({ process, bars }): Text => {
    const why = listed(bars.map(({ person, bar }) => barWords(name(person), bar, name(bar.id))));
    return { en: `Nobody independent can audit ${process}${why.en === '' ? '' : ` (${why.en})`}. Train or borrow an auditor.`, 'zh-CN': `过程${process}没有可以独立审核的人员${why['zh-CN'] === '' ? '' : `（${why['zh-CN']}）`}。请培训或者借调内审员。` };
  });
  const said = [...(crew.leader === undefined ? [nobody] : []), ...orphans];
  return said.length === 0 ? undefined : { en: said.map(({ en }) => en).join(' '), 'zh-CN': said.map((text) => text['zh-CN']).join('') };
}

/** Why a person may not: "A belongs to the legal division". */
function barWords(person: Text, { kind }: Bar, what: Text): Text {
  const words: Readonly<Record<Bar['kind'], Text>> = {
    unit: { en: `${person.en} belongs to ${what.en}`, 'zh-CN': `${person['zh-CN']}属于${what['zh-CN']}` },
    process: { en: `${person.en} belongs to its unit`, 'zh-CN': `${person['zh-CN']}属于主管部门` },
    document: { en: `${person.en} prepared or approved ${what.en}`, 'zh-CN': `${person['zh-CN']}编制或者批准了${what['zh-CN']}` },
  };
  return words[kind];
}

/** The reasons of the heaviest units, by unit where they differ; where nothing adds weight, that the interval is due. */
function reason({ weights, weight, round }: ProposedAudit, { config, index }: Project): string {
  const zh = config.language === 'zh-CN';
  const told = weights.filter((one) => one.weight === weight).map(({ unit, factors }) => ({ unit, why: factors.flatMap((factor) => factor.why.map((text) => wordsIn(text, config.language))).join(zh ? '，' : ', ') })).filter(({ why }) => why !== '');
  const alike = new Set(told.map(({ why }) => why)).size === 1;
  const why = alike ? told.slice(0, 1).map((one) => one.why) : told.slice(0, MOST_TOLD).map((one) => `${wordsIn(actorName(index, one.unit), config.language)}${zh ? '：' : ': '}${one.why}`);
  const first = round === 2 ? (zh ? '权重高的部门当年第二次审核' : 'second audit of the year, because of the weight') : why.length === 0 ? (zh ? '按间隔全面审核' : 'due by the interval; all that is asked there') : '';
  return [first, ...why, ...(!alike && told.length > MOST_TOLD ? [zh ? '等' : 'and more'] : [])].filter(Boolean).join(zh ? '；' : '; ');
}

/** The units by weight, and who is lacking. */
function comment({ weights, crew, units, planned }: ProposedAudit, project: Project): string[] {
  const zh = project.config.language === 'zh-CN';
  const heavier = [...Map.groupBy(weights, ({ weight }) => weight)].sort(([a], [b]) => b - a).map(([weight, same]) => {
    const names = wordsIn(listed(same.map(({ unit }) => actorName(project.index, unit))), project.config.language);
    return zh ? `权重${weight}：${names}` : `weight ${weight}: ${names}`;
  });
  const lacking = lack({ crew, units, planned }, project);
  return [...heavier, ...(lacking ? [wordsIn(lacking, project.config.language)] : [])];
}

function criteria({ standard, documents, config }: Project): Wording[] {
  const manual = documents.find(({ value }) => value.type === 'manual' && value.part_of === undefined)?.value.id;
  const zh = config.language === 'zh-CN';
  return [wordsIn(standard.title, config.language), zh ? `质量手册${manual ?? ''}和各程序文件` : `Quality manual ${manual ?? ''} and the procedures`.replace('  ', ' '), zh ? '列入外来文件清单的法律、法规、规章' : 'Laws and rules in the list of external documents', zh ? '对外公布的服务承诺' : 'Service promises made public'];
}

function scope({ audits }: Proposal, project: Project): string {
  const units = new Set(audits.flatMap((audit) => audit.units)).size;
  const processes = new Set(audits.flatMap((audit) => audit.processes)).size;
  const all = [...project.index.excludedClauses.keys()];
  const excluded = all.filter((clause) => !all.some((other) => other !== clause && isWithin(clause, other)));
  return project.config.language === 'zh-CN'
    ? `${units}个部门、${processes}个过程；标准的全部要求${excluded.length > 0 ? `，${excluded.join('、')}已删减` : ''}；包括最高管理层。`
    : `${units} units and ${processes} processes, top management included; all of the standard${excluded.length > 0 ? `; excluded: ${excluded.join(', ')}` : ''}.`;
}

function formula(project: Project, policy: string): string {
  const factor = auditingOf(project).sampling[policy] ?? 1;
  return factor === 1 ? '√n' : `${factor}√n`;
}
