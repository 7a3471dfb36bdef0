import type { Text } from '#model/text.ts';
import type { Block, Field, Paper } from '../paper.ts';
import { cell, toned, type Cell } from '../table.ts';
import { column, tableOr } from './tables.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** What a hand-over letter says of a pack. Words are '' where the pack does not have them; `digest`: sha512 of the tag manifest in hex. */
export interface HandOver {
  readonly organization: string; readonly file: string; readonly folder: string; readonly state: string; readonly commit: string; readonly selection: string; readonly profile: string;
  readonly bytes: number; readonly files: number; readonly digest: string; readonly signatures: readonly { readonly person: string; readonly fingerprint: string }[];
}

/** 移交函: goes another way than the pack and bears the figures that a pack cannot prove of itself, to be signed on both sides. */
export function letterPaper({ organization, file, folder, state, commit, selection, profile, bytes, files, digest, signatures }: HandOver): Paper {
  const some = (en: string, zh: string, value: string): Field[] => (value === '' ? [] : [{ label: t(en, zh), value: cell(value) }]);
  const fields: Field[] = [
    ...some('From', '移交单位', organization), { label: t('To', '接收单位'), value: cell() }, ...some('File', '文件', file), ...some('Folder in it', '其中的文件夹', folder), ...some('State of', '状态日期', state), ...some('Made from git commit', '取自 git 提交', commit),
    ...some('Selection', '选取范围', selection), ...some('Withheld by the profile', '隐去方案', profile),
  ];
  const figures: [Text, Cell][] = [
    [t('Files in data/', 'data/ 内的文件数'), cell(String(files))], [t('Bytes in data/', 'data/ 内的字节数'), cell(String(bytes))], [t('Payload-Oxum', 'Payload-Oxum'), cell(`${bytes}.${files}`)],
    [t('sha512 of tagmanifest-sha512.txt', 'tagmanifest-sha512.txt 的 sha512'), cell(...inLines(digest))],
  ];
  const signed: Block[] = signatures.length === 0
    ? [{ kind: 'paragraph', text: t('The pack is not signed.', '本包没有签名。') }]
    : [tableOr(t('', ''), [column('person', 'Signed by', '签名人'), column('key', 'Fingerprint of the key', '密钥指纹', true)], signatures.map(({ person, fingerprint }) => [cell(person), fingerprint === '' ? toned('bad', '?') : cell(fingerprint)]))];
  return {
    title: t('Hand-over of an evidence pack', '证据包移交函'), number: '',
    blocks: [
      { kind: 'fields', columns: 1, fields },
      { kind: 'heading', depth: 2, text: t('Figures to be compared', '核对数字') }, { kind: 'fields', columns: 1, fields: figures.map(([label, value]) => ({ label, value })) },
      { kind: 'heading', depth: 2, text: t('Signatures on the pack', '包上的签名') }, ...signed,
      { kind: 'paragraph', text: t('Send this letter by another way than the pack. Whoever receives both follows VERIFY.txt in the pack and compares the figures there with those here: only so does it show that nobody exchanged the pack, its lists or its keys.',
        '本函须与证据包分开送达。接收方按包内 VERIFY.txt 的步骤操作，并与本函数字逐一核对；只有这样才能确认证据包、清单和密钥都没有被换过。') },
      { kind: 'signatures', fields: [{ label: t('Handed over', '移交人'), name: '', on: '' }, { label: t('Received and compared', '接收核对人'), name: '', on: '' }] },
    ],
  };
}

/** Sixteen figures a word, four words a line: to be read aloud and compared. */
function inLines(digest: string): string[] {
  return (digest.match(/.{1,64}/g) ?? []).map((line) => (line.match(/.{1,16}/g) ?? []).join(' '));
}
