import { wrote } from '#model/auditors.ts';
import { lineOf } from '#model/body-places.ts';
import { inForce, type Document } from '#model/document.ts';
import type { Nonconformity } from '#model/audit.ts';
import type { Project } from '#model/project.ts';
import { clauseOf, type Item } from '#model/standard.ts';
import { wordsIn, type Text } from '#model/text.ts';
import { inBlock } from '../where.ts';
import type { Sight } from './populations.ts';

/** A section of a document in force that is to meet the item. */
export interface Place { readonly document: string; readonly revision: string; readonly title: string; readonly section: string; readonly path: string; readonly line: number }
/** A form or a kind of record that should show it. */
export interface FormToSee { readonly id: string; readonly revision: string; readonly title: string }
/** What was found here before: a nonconformity or an observation of an earlier report. `open`: not closed yet; `here`: in this very unit. */
export interface Earlier { readonly id: string; readonly state: Text; readonly open: boolean; readonly here: boolean; readonly fact: string }

/** So many places of one item are printed; the others are in the matrix. */
const MAX_PLACES = 4;
const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** Answers, for one audit's sight, where an item should be seen. */
export class EvidenceFinder {
  readonly #project: Project;
  readonly #sight: Sight;
  readonly #claims: ReadonlyMap<string, readonly { readonly document: Document; readonly at: number }[]>;

  constructor(project: Project, sight: Sight) {
    this.#project = project;
    this.#sight = sight;
    const current = project.documents.filter((document) => inForce(document, project.today));
    this.#claims = Map.groupBy(current.flatMap((document) => document.body.claims.map((claim, at) => ({ document, at, item: claim.item }))), ({ item }) => item);
  }

  /** The documents of these blocks first; where none of them claims the item, whoever does. */
  places(item: string): Place[] {
    const all = this.#claims.get(item) ?? [];
    const here = all.filter(({ document }) => document.value.type !== 'manual' && this.#inSight(document));
    const chosen = here.length > 0 ? here : all;
    const seen = new Set<string>();
    return chosen.map(({ document, at }) => this.#place(document, at)).filter(({ path, section }) => !seen.has(`${path} ${section}`) && seen.add(`${path} ${section}`)).slice(0, MAX_PLACES);
  }

  /** The document by which the item is judged here: not the manual, which is everybody's, and none of the auditors' own hands. '' where there is no other. */
  document(item: string, auditors: readonly string[]): string {
    const { index } = this.#project;
    return this.places(item).find(({ document }) => index.documents.get(document)?.[0]?.value.type !== 'manual' && !auditors.some((person) => wrote(index, person, document)))?.document ?? '';
  }

  /** The forms in force that evidence the item's record, and those that the claiming lines name. */
  forms(item: Item): FormToSee[] {
    const { index, documents, today } = this.#project;
    const named = (this.#claims.get(item.id) ?? []).filter(({ document }) => this.#inSight(document)).flatMap(({ document: { body }, at }) => {
      const line = lineOf(body, 'claims', at);
      return body.mentions.filter((_, nth) => lineOf(body, 'mentions', nth) === line).flatMap(({ id }) => index.documents.get(id) ?? []);
    });
    const proving = item.record === undefined ? [] : documents.filter(({ value }) => value.evidences?.includes(item.record as string));
    const forms = [...new Set([...proving, ...named])].filter((form) => form.value.type === 'form' && inForce(form, today) && this.#inSight(form));
    return forms.map(({ value }) => ({ id: value.id, revision: value.revision ?? '', title: wordsIn(value.title, this.#project.config.language) }));
  }

  /** Nonconformities and observations on the clause in this unit or block, those of the audit itself left out: open ones first, then by number. */
  earlier(clause: string, audit: string): Earlier[] {
    const { registers, config } = this.#project;
    const reports = registers.nonconformities.filter(({ value }) => value.clause === clause && value.audit !== audit && this.#concerns(value)).map(({ value }): Earlier =>
      ({ id: value.id, state: states[value.status ?? 'open'] ?? t('open', '未关闭'), open: value.closed === undefined && value.status !== 'closed', here: value.unit === this.#sight.unit, fact: wordsIn(value.fact?.statement, config.language) }));
    const observations = registers.reports.filter(({ value }) => value.audit !== audit).flatMap(({ value }) => value.findings ?? [])
      .filter((finding) => finding.grade === 'observation' && finding.nonconformity === undefined && finding.unit === this.#sight.unit && this.#sight.unit !== '' && clauseOf(finding.item ?? '') === clause)
      .map((finding): Earlier => ({ id: finding.id, state: t('observation', '观察项'), open: true, here: true, fact: wordsIn(finding.fact, config.language) }));
    return [...reports, ...observations].sort((a, b) => Number(b.here) - Number(a.here) || Number(b.open) - Number(a.open) || (a.id < b.id ? -1 : 1));
  }

  #concerns({ unit, process }: Nonconformity): boolean {
    if (this.#sight.unit !== '' && unit === this.#sight.unit) return true;
    if (this.#sight.process !== '') return process === this.#sight.process;
    const block = this.#project.index.processes.get(process ?? '')?.value.block ?? this.#project.index.units.get(unit ?? '')?.value.block;
    return block !== undefined && this.#sight.blocks.includes(block);
  }

  #inSight({ value: { blocks = [] } }: Document): boolean {
    return this.#sight.blocks.length === 0 || this.#sight.blocks.some((block) => inBlock({ blocks } as Parameters<typeof inBlock>[0], block));
  }

  #place({ value, path, body }: Document, at: number): Place {
    const claim = body.claims[at];
    const section = body.sections[claim?.section ?? -1];
    return {
      document: value.id, revision: value.revision ?? '', title: wordsIn(value.title, this.#project.config.language),
      section: [section?.number, section?.title].filter(Boolean).join(' '), path, line: lineOf(body, 'claims', at),
    };
  }
}

const states: Readonly<Record<string, Text>> = {
  open: t('open', '已开出'), accepted: t('accepted', '已确认'), planned: t('measure planned', '已制定措施'), done: t('measure done, not verified', '已完成，待验证'),
  verified: t('verified, not closed', '已验证，待关闭'), closed: t('closed', '已关闭'), reopened: t('reopened', '重新打开'),
};
