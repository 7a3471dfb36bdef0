import { eligible, type Sight } from '#model/auditors.ts';
import { listed } from '#model/listed.ts';
import type { Project } from '#model/project.ts';
import type { Text } from '#model/text.ts';

/** Names told in a message; the command shows the rest. */
const MOST = 8;

/** A sentence that names who could audit this on that day, as the end of a message. */
export function couldGo(project: Project, day: string | undefined, sight: Sight, taken: readonly string[] = []): Text {
  if (day === undefined) return { en: 'Assign an independent auditor.', 'zh-CN': '请改派可以独立审核的内审员。' };
  const people = eligible(project, day, sight).filter(({ id }) => !taken.includes(id));
  if (people.length === 0) return { en: `Nobody else is qualified and independent on ${day}: train or borrow an auditor.`, 'zh-CN': `${day} 没有其他具备资格又可回避的内审员，请培训或者借调。` };
  const names = listed([...people.slice(0, MOST).map(({ name }) => name), ...(people.length > MOST ? ['…'] : [])]);
  return { en: `Assign one of these: ${names.en}.`, 'zh-CN': `可改派：${names['zh-CN']}。` };
}
