import type { CodeDef } from '#model/diagnostic.ts';
import { one, packCode, t } from './code.ts';

const promised = t('The manifests are what the sender stands for; what differs from them is not what was handed over.', '清单是交出方的承诺；与清单不符的就不是当初交出的内容。');
const unclear = t('A line that can be read in two ways lets a wrong file pass for a right one.', '一行有两种读法，错的文件就可能冒充对的。');
const habit = t('Another tool wrote it so. It is understood here, but other readers may refuse it.', '别的工具这样写。这里读得懂，其他程序可能拒绝。');

/** What can be wrong with a bag (RFC 8493). */
export const bagCodes: readonly CodeDef[] = [
  packCode('missing', 'error', t('File missing', '缺少文件'), promised, { found: t('{name} is listed in {manifest} and not in the pack: it was deleted or never arrived. Ask for the pack again.', '{manifest} 列有 {name}，包里却没有：被删除，或没有送达。请重新索取证据包。') }),
  packCode('altered', 'error', t('File altered', '文件被改动'), promised, {
    found: t('{name} is not what {manifest} says: its content was changed. Ask for the pack again, or ask who changed it.', '{name} 与 {manifest} 不符：内容被改动。请重新索取证据包，或查明由谁改动。'),
    exchanged: t('{name} holds the content of {other}: the two were exchanged.', '{name} 里是 {other} 的内容：两者被调换。'),
    shorter: t('{name} lacks {bytes} bytes against Payload-Oxum: it was cut off or shortened.', '按 Payload-Oxum，{name} 少了 {bytes} 字节：被截断或删短。'),
    longer: t('{name} has {bytes} bytes more than Payload-Oxum allows: something was put in.', '按 Payload-Oxum，{name} 多出 {bytes} 字节：被添加内容。'),
  }),
  packCode('added', 'error', t('File added', '多出文件'), t('Nobody stands for a file that no manifest lists.', '清单没有列出的文件，没有人为它负责。'), {
    payload: t('{name} is in no manifest: it was added later. Remove it, or ask for the pack again.', '{name} 不在任何清单里：是后来加的。请移除，或重新索取证据包。'),
    tag: t('{name} is in no manifest, and nothing of this name belongs into a pack of ours.', '{name} 不在任何清单里，本工具的证据包里也不该有这个名字。'),
  }),
  one('renamed', 'error', t('File renamed', '文件被改名'), promised, t('{name} is {from} under another name: the content is the same. Restore the name.', '{name} 就是 {from}，只是改了名：内容相同。请恢复原名。')),
  one('unlisted', 'error', t('Not in every manifest', '没有列入每份清单'), t('Since BagIt 1.0 every payload file stands in every payload manifest, so that none of them can be dropped unseen.', '自 BagIt 1.0 起，每个内容文件都须列入每份内容清单，任何一份都抽不走。'), t('{name} is missing from {manifest}.', '{manifest} 没有列出 {name}。')),
  packCode('oxum', 'error', t('Payload-Oxum does not fit', 'Payload-Oxum 不符'), t('Payload-Oxum counts bytes and files: the quickest way to see that something was added or lost.', 'Payload-Oxum 记录字节数和文件数：最快看出多了什么、少了什么。'), {
    found: t('Payload-Oxum says {value}, the payload has {actual} (bytes.files).', 'Payload-Oxum 写的是 {value}，实际内容是 {actual}（字节数.文件数）。'),
    form: t('"{value}" is no Payload-Oxum: it is written BYTES.FILES.', '“{value}”不是 Payload-Oxum：应写成“字节数.文件数”。'),
  }),
  packCode('bad-declaration', 'error', t('bagit.txt is wrong', 'bagit.txt 有误'), t('These two lines say how everything else is to be read.', '其余一切怎样读，由这两行决定。'), {
    'version-line': t('The first line must be `BagIt-Version: 1.0`, not "{text}".', '第一行应为 `BagIt-Version: 1.0`，而不是“{text}”。'),
    version: t('BagIt {version} is not known; 0.93 to 0.97 and 1.0 are.', '不认识 BagIt {version}；可用 0.93 至 0.97 和 1.0。'),
    'encoding-line': t('The second line must be `Tag-File-Character-Encoding: UTF-8`, not "{text}".', '第二行应为 `Tag-File-Character-Encoding: UTF-8`，而不是“{text}”。'),
    'unknown-encoding': t('The encoding {encoding} is not known.', '不认识编码 {encoding}。'),
    encoding: t('bagit.txt is no UTF-8.', 'bagit.txt 不是 UTF-8。'), bom: t('bagit.txt begins with a byte-order mark, which is forbidden.', 'bagit.txt 以 BOM 开头，这是不允许的。'),
    more: t('bagit.txt has two lines and no more; "{text}" follows.', 'bagit.txt 只有两行；后面却还有“{text}”。'),
  }),
  packCode('bad-manifest', 'error', t('Manifest that cannot be trusted', '不可信的清单'), unclear, {
    line: t('"{text}" is no line of a manifest: digest, blanks, path.', '“{text}”不是清单行：应为校验值、空格、路径。'),
    digest: t('"{digest}" is no {algorithm} digest.', '“{digest}”不是 {algorithm} 校验值。'),
    scope: t('{name} is outside data/; a payload manifest lists payload only.', '{name} 不在 data/ 下；内容清单只列内容文件。'),
    itself: t('{name} is a tag manifest; no tag manifest lists one.', '{name} 是标签清单；标签清单不列标签清单。'),
    twice: t('{name} stands here a second time (first on line {line}); since BagIt 1.0 once is all.', '{name} 第二次出现（首次在第 {line} 行）；自 BagIt 1.0 起只许一次。'),
    'two-digests': t('{name} has another digest here than on line {line}: one of the two is wrong.', '{name} 在此处的校验值与第 {line} 行不同：必有一个是错的。'),
    backslash: t('{name} is written with backslashes; BagIt paths have slashes.', '{name} 用了反斜杠；BagIt 路径用斜杠。'),
    disagree: t('The manifests disagree on {name}: this line is not what the file is, another one is.', '各清单对 {name} 说法不一：这一行与文件不符，另一行相符。'),
    encoding: t('{name} is too large, or no text in {encoding}, the encoding bagit.txt declares.', '{name} 过大，或不是 bagit.txt 声明的 {encoding} 文本。'),
  }),
  packCode('odd-manifest', 'warning', t('Manifest with habits of another tool', '清单带有别的工具的写法'), habit, {
    blank: t('A blank line.', '空行。'), escaped: t('The line begins with a backslash, as md5sum and its kin write odd names.', '行首有反斜杠，这是 md5sum 一类程序写特殊文件名的方式。'),
    star: t('A star before the path, as md5sum and its kin write it.', '路径前有星号，这是 md5sum 一类程序的写法。'),
    dot: t('The path {name} has "." steps or doubled slashes.', '路径 {name} 含有“.”段或重复的斜杠。'),
    percent: t('A file is called {name} as it stands here; since BagIt 1.0 its percent sign must be written %25.', '有文件就叫 {name}；自 BagIt 1.0 起其中的百分号须写成 %25。'),
    twice: t('{name} stands here a second time with the same digest (first on line {line}).', '{name} 第二次出现，校验值相同（首次在第 {line} 行）。'),
  }),
  one('name-form', 'warning', t('Name in another form', '文件名的字符形式不同'), t('The same letters composed in two ways are two names on some systems and one on others.', '同样的字母有两种组合方式，有的系统当作两个名字，有的当作一个。'),
    t('{name} is written here in another Unicode form than the file bears.', '{name} 在此处的 Unicode 组合形式与文件实际的不同。')),
  one('system-file', 'warning', t('File left by an operating system', '操作系统留下的文件'), t('Such files come and go by themselves and then break the bag.', '这类文件会自行出现或消失，从而破坏证据包。'), t('{name} was left by an operating system; nobody meant to hand it over.', '{name} 是操作系统留下的，没有人要移交它。')),
  one('weak-digest', 'info', t('Weak digests only', '只有弱校验值'), t('Two different files with the same md5 or sha1 can be made on purpose.', '可以有意造出 md5 或 sha1 相同的两个不同文件。'), t('Only {algorithm}: it shows damage, but no forgery. Ask for sha512.', '只有 {algorithm}：能看出损坏，看不出伪造。请索取 sha512。')),
  one('unknown-algorithm', 'warning', t('Manifest that cannot be checked', '无法核对的清单'), t('Its digests say nothing to this tool.', '本工具读不懂其中的校验值。'), t('The algorithm {algorithm} is not known: this manifest was not checked. Known: {known}.', '不认识算法 {algorithm}：这份清单没有核对。可用：{known}。')),
  packCode('bad-info', 'error', t('Line that is no metadata', '不是元数据的行'), t('Metadata of a bag are lines of the form `Label: value`.', '包的元数据每行写成 `标签: 值`。'), { line: t('"{text}" is no line of metadata: `Label: value`.', '“{text}”不是元数据行：应写成 `标签: 值`。') }),
  packCode('odd-info', 'warning', t('Metadata line in an odd form', '元数据行写法不规范'), habit, { blanks: t('Since BagIt 1.0 the label {label} is followed by a colon and one blank.', '自 BagIt 1.0 起，标签 {label} 之后是一个冒号和一个空格。') }),
  packCode('not-fetched', 'error', t('Held back, to be fetched', '留待另取的文件'), t('A bag is complete only when everything is in it. This tool fetches nothing.', '全部在内，包才算完整。本工具不会去取任何文件。'), {
    found: t('{name} is to be fetched from elsewhere and is not here: the bag is incomplete.', '{name} 须从别处获取，包里没有：包不完整。'),
    unlisted: t('{name} is to be fetched from elsewhere, and no manifest says what it should be.', '{name} 须从别处获取，却没有清单说明它应当是什么。'),
  }),
  packCode('bad-fetch', 'error', t('fetch.txt is wrong', 'fetch.txt 有误'), unclear, {
    line: t('"{text}" is no line of fetch.txt: URL, length or -, path.', '“{text}”不是 fetch.txt 的行：应为网址、长度或 -、路径。'),
    scope: t('{name} is outside data/; only payload is fetched.', '{name} 不在 data/ 下；只有内容文件可以另取。'),
    unlisted: t('{name} is in no payload manifest.', '{name} 不在任何内容清单里。'),
    present: t('A pack of this tool holds everything and has no fetch.txt.', '本工具的证据包内容齐全，没有 fetch.txt。'),
  }),
];
