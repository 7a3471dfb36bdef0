import { inForce, isObsolete } from '#model/document.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { unfinished } from '../shared/released.ts';

/** DOC-016: what hangs on the wall is what is in force. */
export const publicCopy: ProjectRule = {
  code: 'document/public-copy', severity: 'error', scope: 'project',
  title: { en: 'Public copy differs from the controlled original', 'zh-CN': '对外公布的文本与受控原件不一致' },
  why: {
    en: 'Applicants get different answers at the counter and on the web, and may rely on the better one.',
    'zh-CN': '群众在窗口和网上得到的答复不一样，而且有权主张对自己有利的那一个。',
  },
  messages: {
    revision: { en: 'Here hangs {shown}, in force is {revision} of {id}. Replace the copy and enter the day of the check.', 'zh-CN': '这里公布的是 {shown}，{id} 的现行版是 {revision}。请更换文本并登记核对日期。' },
    unstated: { en: 'It is not said which revision of {id} is shown here. Check it and enter `revision`.', 'zh-CN': '没有写明这里公布的是 {id} 的哪一版。请核对并填写 `revision`。' },
    pending: { en: '{id} is shown to the public but not in force on this day. Take it down until it takes effect.', 'zh-CN': '{id} 当前并未生效，却已对外公布。请在生效前撤下。' },
    channel: { en: '{channel} is no channel of the channel register. Correct the name, or enter the channel.', 'zh-CN': '渠道登记表中没有 {channel}。请改正，或登记该渠道。' },
  },
  examples: [
    bad(`
=== a.md
---
type: procedure
id: AB/QP-11
title: 企业登记控制程序
public:
  - TD-01
  - TD-09 # expect document/public-copy
revision: B/0
status: effective
owner: office
effective: 2004-07-01
---
=== b.md
---
type: procedure
id: AB/QP-13
title: 消费者申诉处理程序
revision: A/0
status: approved
owner: office
---
=== channels.yaml
kind: channels
channels:
  - {id: TD-01, type: notice-board, name: 大厅公示栏, document: AB/QP-11, revision: A/2} # expect document/public-copy
  - {id: TD-02, type: web-column, name: 办事指南, document: AB/QP-11} # expect document/public-copy
  - {id: TD-03, type: leaflet, name: 宣传单, document: AB/QP-13, revision: A/0} # expect document/public-copy
`),
    good(`
=== a.md
---
type: procedure
id: AB/QP-11
title: 企业登记控制程序
public: [TD-01]
revision: B/0
status: effective
owner: office
effective: 2004-07-01
---
=== channels.yaml
kind: channels
channels:
  - {id: TD-01, type: notice-board, name: 大厅公示栏, document: AB/QP-11, revision: B/0}
`),
  ],
  *check({ documents, registers, index, today }) {
    const channels = new Set(registers.channels.map(({ value }) => value.id));
    for (const document of documents) {
      for (const [position, channel] of (document.value.public ?? []).entries()) {
        if (typeof channel === 'string' && !channels.has(channel)) yield { at: spot(document, 'public', position), message: 'channel', args: { channel } };
      }
    }
    for (const channel of registers.channels) {
      const { document: id, revision: shown } = channel.value;
      const named = id === undefined ? [] : index.documents.get(id) ?? [];
      // A draft, a withdrawn document and a trial that is over have rules of their own.
      const usable = named.filter((document) => !unfinished(document) && !isObsolete(document) && !(document.value.trial_until !== undefined && document.value.trial_until < today));
      const [document] = usable.filter((candidate) => inForce(candidate, today)).concat(usable);
      if (!document || id === undefined) continue;
      const { revision } = document.value;
      const related = [spot(document, 'revision')];
      if (!inForce(document, today)) yield { at: spot(channel, 'document'), message: 'pending', args: { id }, related };
      else if (revision === undefined) continue;
      else if (shown === undefined) yield { at: spot(channel, 'document'), message: 'unstated', args: { id }, related };
      else if (shown !== revision) yield { at: spot(channel, 'revision'), message: 'revision', args: { shown, revision, id }, related };
    }
  },
};
