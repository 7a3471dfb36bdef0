import type { CodeDef } from '#model/diagnostic.ts';
import { one, packCode, t } from './code.ts';

const unpacked = t(
  'Whoever unpacks the archive would get something else than what was checked: a file elsewhere on the disk, one file over another, or a full disk.',
  '解压的人得到的会与检查过的不同：文件落到别处、一个覆盖另一个，或者撑满磁盘。',
);
const cutOff = t('What is not there cannot be checked; most often a transfer broke off.', '不存在的内容无法检查；多半是传输中断。');

/** What can be wrong with the archive itself, before anything in it is judged. */
export const archiveCodes: readonly CodeDef[] = [
  packCode('no-bag', 'error', t('Not an evidence pack', '不是证据包'), t('A check of nothing must not be green.', '什么都没查，不能算通过。'), {
    'no-zip': t('{name} is no zip file: no directory of entries at its end. Ask for the file again.', '{name} 不是 zip 文件：末尾没有条目目录。请重新索取。'),
    declaration: t('{name} has no bagit.txt in its top folder: it is no bag (RFC 8493). Is it the pack itself, and not a folder in it?', '{name} 的顶层文件夹里没有 bagit.txt：不是 BagIt 包（RFC 8493）。给出的是包本身，而不是其中的文件夹吗？'),
    manifest: t('No manifest-ALGORITHM.txt that can be read: nothing says what the payload should be.', '没有可读的 manifest-算法.txt：没有任何依据说明内容应当是什么。'),
    payload: t('The payload folder data/ is missing.', '缺少内容文件夹 data/。'),
  }),
  packCode('truncated', 'error', t('Cut off', '被截断'), cutOff, {
    archive: t('The end of {name} is missing or damaged: the archive was cut off. Fetch it again.', '{name} 的末尾缺失或损坏：压缩包被截断。请重新获取。'),
    count: t('The directory of {name} does not hold as many entries as its end record says. Fetch it again.', '{name} 的目录条目数与末尾记录不符。请重新获取。'),
    entry: t('{name} ends before its stated size. Fetch the pack again.', '{name} 没到声明的长度就结束了。请重新获取证据包。'),
  }),
  packCode('stray-bytes', 'error', t('Bytes that belong to no entry', '不属于任何条目的字节'), t('Content can be hidden there from whoever lists the archive.', '那里可以藏内容，列目录的人看不到。'), {
    after: t('{bytes} bytes stand behind the end of {name}: something was appended.', '{name} 末尾之后还有 {bytes} 字节：被追加过内容。'),
    between: t('{bytes} bytes before the entry {entry} of {name} belong to no entry.', '{name} 里条目 {entry} 之前有 {bytes} 字节不属于任何条目。'),
    'before-directory': t('{bytes} bytes before the directory of {name} belong to no entry the directory lists.', '{name} 的目录之前有 {bytes} 字节不属于目录列出的任何条目。'),
  }),
  packCode('header-mismatch', 'error', t('Two accounts of one entry', '同一条目有两种说法'), unpacked, {
    header: t('The directory points for {name} to a place where no entry begins.', '目录说 {name} 在某处，那里却没有条目开头。'),
    name: t('{name} bears another name in its own header: programs would disagree on what it is.', '{name} 在自身头部写的是另一个名字：不同程序会得出不同结果。'),
    'other-name': t('{name} carries a second name in an extra field: programs would disagree on what it is.', '{name} 在附加字段里另有名字：不同程序会得出不同结果。'),
    size: t('{name} has another size in its own header than in the directory.', '{name} 自身头部的大小与目录不同。'),
    sum: t('{name} has another check sum in its own header than in the directory.', '{name} 自身头部的校验和与目录不同。'),
    method: t('{name} is packed otherwise by its own header than by the directory.', '{name} 自身头部的压缩方式与目录不同。'),
    time: t('{name} has another time in its own header than in the directory.', '{name} 自身头部的时间与目录不同。'),
    flags: t('{name} has other flags in its own header than in the directory.', '{name} 自身头部的标志与目录不同。'),
  }),
  packCode('unreadable-entry', 'error', t('Entry that cannot be read', '无法读取的条目'), t('What cannot be read cannot be checked.', '读不出来就无法检查。'), {
    encrypted: t('{name} is encrypted. Ask for a pack without a password; protect the transport instead.', '{name} 已加密。请索取不带密码的包，另行保护传输。'),
    method: t('{name} is packed by method {method}; stored (0) and deflate (8) are read. Pack it anew.', '{name} 的压缩方式是 {method}；只读取 0（存储）和 8（deflate）。请重新打包。'),
    special: t('{name} is neither a file nor a folder. Remove it.', '{name} 既不是文件也不是文件夹。请移除。'),
    disks: t('{name} is one part of an archive of several, or its two end records disagree. Ask for one whole file.', '{name} 是分卷压缩包的一卷，或两个末尾记录互相矛盾。请索取单个完整文件。'),
  }),
  packCode('symlink', 'error', t('Symbolic link', '符号链接'), unpacked, {
    zip: t('{name} would become a link to another file where it is unpacked. A pack holds files only.', '{name} 解压后会成为指向别处的链接。证据包只应含文件。'),
    folder: t('{name} is a symbolic link: it is not followed. Put the file itself there.', '{name} 是符号链接：不予跟随。请放入文件本身。'),
  }),
  packCode('traversal', 'error', t('Path that leads out of the pack', '指向包外的路径'), unpacked, {
    absolute: t('{name} is an absolute path.', '{name} 是绝对路径。'), parent: t('{name} climbs out by "..".', '{name} 用“..”爬到包外。'),
    drive: t('{name} names a drive.', '{name} 带有盘符。'), home: t('{name} means somebody\'s home folder.', '{name} 指向某人的主目录。'),
    listed: t('The path {name} leads out of the bag; this line counts for nothing.', '路径 {name} 指向包外；这一行不作数。'),
  }),
  packCode('bad-name', 'error', t('Name that some system cannot hold', '有的系统放不下的文件名'), unpacked, {
    backslash: t('{name} contains a backslash, which Windows takes for a folder.', '{name} 含有反斜杠，Windows 会当作文件夹。'),
    control: t('{name} contains a control character or line break.', '{name} 含有控制字符或换行。'),
    direction: t('{name} contains an invisible character or one that turns the direction of text.', '{name} 含有不可见字符或改变文字方向的字符。'),
    device: t('{name} is the name of a device on Windows.', '{name} 在 Windows 上是设备名。'),
    ending: t('{name} has a part that ends in a dot or blank, which Windows drops.', '{name} 有以点或空格结尾的部分，Windows 会丢掉。'),
    character: t('{name} contains a character that Windows does not allow.', '{name} 含有 Windows 不允许的字符。'),
    empty: t('{name} has an empty part.', '{name} 有空的路径段。'),
    encoding: t('{name} is no UTF-8: every program would read another name.', '{name} 不是 UTF-8：每个程序读出的名字都不同。'),
  }),
  packCode('twin-name', 'error', t('Two entries of one name', '两个条目同名'), unpacked, {
    same: t('{name} stands twice in the archive: one would overwrite the other.', '{name} 在压缩包里出现两次：一个会覆盖另一个。'),
    near: t('{name} differs from {other} only in case or in the form of its characters: one would overwrite the other.', '{name} 与 {other} 只有大小写或字符组合形式不同：一个会覆盖另一个。'),
  }),
  packCode('near-twins', 'warning', t('Two names that some systems cannot tell apart', '有的系统分不清的两个文件名'), t('Copied to Windows or macOS, one of the two would overwrite the other.', '复制到 Windows 或 macOS 时，其中一个会覆盖另一个。'), {
    near: t('{name} differs from {other} only in case or in the form of its characters.', '{name} 与 {other} 只有大小写或字符组合形式不同。'),
  }),
  packCode('bomb', 'error', t('Built to burst', '压缩炸弹'), unpacked, {
    ratio: t('{name} claims {size} bytes packed into {packed}: it is not unpacked.', '{name} 声称把 {size} 字节压成 {packed} 字节：不予解压。'),
    stored: t('{name} is not packed, and yet claims {size} bytes in {packed}.', '{name} 没有压缩，却声称 {packed} 字节里有 {size} 字节。'),
    longer: t('{name} holds more than the size it claims: reading stopped there.', '{name} 的内容超过声明的大小：读到此处为止。'),
    overlap: t('{name} shares its bytes with another entry.', '{name} 与另一个条目共用字节。'),
    entries: t('The directory of {name} names more entries than any pack has: not read.', '{name} 的目录条目多得不合常理：不予读取。'),
  }),
  packCode('damaged', 'error', t('Damaged', '损坏'), cutOff, {
    packed: t('The packed bytes of {name} are damaged. Fetch the pack again.', '{name} 的压缩数据已损坏。请重新获取证据包。'),
    sum: t('{name} does not have the check sum that the archive states.', '{name} 与压缩包写明的校验和不符。'),
  }),
  one('odd-top', 'warning', t('No single top folder', '没有唯一的顶层文件夹'), t('Unpacked, the files would spread among others.', '解压后文件会散落到别的文件之间。'),
    t('{name} should hold one folder with everything in it (RFC 8493, section 4.1.1).', '{name} 应当只有一个顶层文件夹，其余都在里面（RFC 8493 第 4.1.1 节）。')),
];
