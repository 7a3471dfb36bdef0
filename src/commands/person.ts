import type { Choice, Env, Given } from '#model/command.ts';
import type { Person } from '#model/organization.ts';
import type { Project } from '#model/project.ts';
import type { Text } from '#model/text.ts';
import { need } from './need.ts';

/** A person of the organization who works here on the day, by id; asked for among all of them. */
export function needPerson(given: Given, env: Env, project: Project, name = 'as', question: Text = { en: 'Who signs?', 'zh-CN': '由谁签署？' }, optional = false): Promise<string> {
  return need(given, env, name, question, { choices: peopleNow(project), check: (id) => wrongPerson(id, project), optional });
}

function peopleNow({ index, today }: Project): Choice[] {
  return [...index.people.values()].filter(({ value }) => isHere(value, today)).map(({ value: { id, name } }) => ({ value: id, label: { en: `${name}, ${id}`, 'zh-CN': `${name}，${id}` } }));
}

function wrongPerson(id: string, { index, today }: Project): Text | undefined {
  const person = index.people.get(id)?.value;
  if (!person) return { en: `there is no person "${id}".`, 'zh-CN': `没有“${id}”这个人员。` };
  return isHere(person, today) ? undefined : { en: `${id} left on ${person.until}.`, 'zh-CN': `${id} 已于 ${person.until} 离任。` };
}

function isHere({ until }: Person, today: string): boolean {
  return until === undefined || until >= today;
}
