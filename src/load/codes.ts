import type { CodeDef, Severity } from '#model/diagnostic.ts';
import type { Text } from '#model/text.ts';

function code(name: string, severity: Severity, title: Text, why: Text, messages: CodeDef['messages']): CodeDef {
  return { code: name, severity, basis: 'tool', title, why, messages };
}
function one(name: string, severity: Severity, title: Text, why: Text, found: Text): CodeDef {
  return code(name, severity, title, why, { found });
}

const unreadable: Text = {
  en: 'A file that cannot be read cannot be controlled: whatever it says would be left out of every check and every list.',
  'zh-CN': '读不出来的文件谈不上受控：它写的内容会漏出一切检查和清单。',
};

/** What can be wrong with a file before its content is judged. */
export const loadCodes: readonly CodeDef[] = [
  code('load/not-utf-8', 'error', { en: 'File is not UTF-8', 'zh-CN': '文件不是 UTF-8 编码' }, unreadable, {
    found: {
      en: 'Not UTF-8 from this line on (looks like {guess}). Save the file as UTF-8.',
      'zh-CN': '从这一行起不是 UTF-8 编码（像是 {guess}）。请另存为 UTF-8。',
    },
    damaged: {
      en: 'Bytes on this line are no UTF-8: the file is damaged, or in an unknown encoding. Mend the line and save the file as UTF-8.',
      'zh-CN': '这一行有不属于 UTF-8 的字节：文件已损坏，或编码不明。请改正这一行并另存为 UTF-8。',
    },
  }),
  one('load/utf-16', 'error', { en: 'File is UTF-16', 'zh-CN': '文件是 UTF-16 编码' }, unreadable, {
    en: 'The file is UTF-16 ("Unicode" in Notepad). Save it as UTF-8.',
    'zh-CN': '文件是 UTF-16 编码（记事本里叫“Unicode”）。请另存为 UTF-8。',
  }),
  one('load/nul-byte', 'error', { en: 'File contains NUL bytes', 'zh-CN': '文件含有空字节' }, unreadable, {
    en: 'A NUL byte on this line: the file is damaged or no text at all.',
    'zh-CN': '这一行有空字节（NUL）：文件已损坏，或者根本不是文本。',
  }),
  one('load/bom', 'warning', { en: 'Byte-order mark', 'zh-CN': '文件开头有 BOM' }, {
    en: 'Other tools take the mark for text, and digests differ for what looks like the same file.',
    'zh-CN': '别的工具会把它当成正文，看上去相同的文件校验值却不同。',
  }, { en: 'The file begins with a byte-order mark. Save it as UTF-8 without BOM.', 'zh-CN': '文件以 BOM 开头。请保存为“UTF-8 无 BOM”。' }),
  one('load/crlf', 'info', { en: 'Windows line ends', 'zh-CN': 'Windows 换行' }, {
    en: 'Approvals stand for the LF form of a file; mixed line ends make differences that nobody sees.',
    'zh-CN': '批准针对的是 LF 换行的字节；换行混用会产生看不见的差异。',
  }, { en: 'CR LF or CR line ends from this line on. Set your editor, or git, to LF.', 'zh-CN': '从这一行起是 CRLF 或 CR 换行。请把编辑器或 git 设为 LF。' }),
  one('load/too-large', 'error', { en: 'File too large', 'zh-CN': '文件过大' }, unreadable, {
    en: '{size} MB; text files are read up to {limit} MB. Split it, or list it under `ignore:` in qms.yaml.',
    'zh-CN': '{size} MB，文本文件最多读 {limit} MB。请拆分，或在 qms.yaml 的 `ignore:` 里列出。',
  }),
  one('load/not-a-file', 'error', { en: 'Not a regular file', 'zh-CN': '不是普通文件' }, unreadable, {
    en: 'A pipe, socket or device: it is not opened. Remove it.', 'zh-CN': '这是管道、套接字或设备文件，不予打开。请删除。',
  }),
  one('load/symlink', 'error', { en: 'Symbolic link', 'zh-CN': '符号链接' }, {
    en: 'A link can lead out of the workspace or in a circle; the controlled text must be the file itself.',
    'zh-CN': '链接可能指到工作区之外，也可能绕成圈；受控的必须是文件本身。',
  }, { en: 'A symbolic link: it is not followed. Put the file itself here.', 'zh-CN': '这是符号链接，不予跟随。请放入文件本身。' }),
  one('load/unreadable', 'error', { en: 'File cannot be read', 'zh-CN': '文件无法读取' }, unreadable, {
    en: 'The system refuses to read this file or folder. Check its permissions.', 'zh-CN': '系统拒绝读取这个文件或文件夹。请检查权限。',
  }),
  one('load/bad-name', 'error', { en: 'File name that tools stumble over', 'zh-CN': '文件名会绊倒工具' }, {
    en: 'A line break, an invisible character or a leading hyphen in a name breaks lists, logs and commands; what Windows does not allow cannot be checked out there.',
    'zh-CN': '文件名里的换行、不可见字符或开头的连字符会弄乱清单、日志和命令；Windows 不允许的名字在那里无法取出。',
  }, { en: 'The name {name} contains {what}. Rename the file.', 'zh-CN': '文件名 {name} 含有{what}。请改名。' }),
  one('load/name-twins', 'error', { en: 'Two names that some systems cannot tell apart', 'zh-CN': '有的系统分不清的两个文件名' }, {
    en: 'On Windows and macOS one of the two files would silently overwrite the other.',
    'zh-CN': '在 Windows 和 macOS 上，其中一个会悄悄覆盖另一个。',
  }, { en: 'The name differs from {other} only in case or in the form of its characters. Rename one of them.', 'zh-CN': '文件名与 {other} 只有大小写或字符组合形式不同。请改掉一个。' }),
  one('load/front-matter-language', 'error', { en: 'Front matter in a programming language', 'zh-CN': '文首信息用了编程语言' }, {
    en: 'Text in a manual never executes; some tools run such blocks.', 'zh-CN': '手册里的文字绝不执行；有些工具却会运行这种代码块。',
  }, { en: 'The fence says "{language}". Only plain YAML between --- and --- is read; nothing was run.', 'zh-CN': '围栏写着“{language}”。只读取 --- 之间的 YAML；没有运行任何内容。' }),
  one('load/front-matter-open', 'error', { en: 'Front matter without an end', 'zh-CN': '文首信息没有结束线' }, unreadable, {
    en: 'No closing --- line. Put one after the last field.', 'zh-CN': '没有结束的 --- 行。请在最后一个字段后补上。',
  }),
  one('load/yaml-syntax', 'error', { en: 'YAML cannot be read', 'zh-CN': 'YAML 无法解析' }, unreadable, { en: 'YAML error: {problem}', 'zh-CN': 'YAML 语法错误：{problem}' }),
  one('load/yaml-tag', 'error', { en: 'YAML tag', 'zh-CN': 'YAML 标签' }, {
    en: 'Tags build objects in some tools; a register is plain data.', 'zh-CN': '标签在有些工具里会生成对象；登记表只能是普通数据。',
  }, { en: 'A tag is not read: {problem}', 'zh-CN': '不读取标签：{problem}' }),
  one('load/yaml-depth', 'error', { en: 'YAML nested too deeply', 'zh-CN': 'YAML 嵌套过深' }, unreadable, {
    en: 'Nested deeper than {depth} levels: not read.', 'zh-CN': '嵌套超过 {depth} 层：不予读取。',
  }),
  code('load/yaml-aliases', 'error', { en: 'YAML aliases that unfold too far', 'zh-CN': 'YAML 别名展开过大' }, {
    en: 'A few hundred bytes of aliases can unfold to gigabytes.', 'zh-CN': '几百字节的别名可以展开成几个 GB。',
  }, {
    found: { en: 'More than {limit} aliases: not read. Write the values out.', 'zh-CN': '别名超过 {limit} 个：不予读取。请把值写出来。' },
    large: { en: 'Written out, the aliases up to here take more than {limit} characters: not read. Write the values out where they are needed.', 'zh-CN': '到这里为止的别名展开后超过 {limit} 个字符：不予读取。请在需要处直接写出值。' },
    circle: { en: 'The alias {name} stands inside the value it repeats: that has no end.', 'zh-CN': '别名 {name} 出现在它所重复的值里面：没有尽头。' },
    unknown: { en: 'The alias {name} repeats a value that is not there: no anchor of this name stands before it.', 'zh-CN': '别名 {name} 所指的值不存在：前面没有这个名字的锚点。' },
  }),
  code('load/markdown-limits', 'error', { en: 'Markdown that would choke a parser', 'zh-CN': '会使解析程序瘫痪的 Markdown' }, unreadable, {
    brackets: { en: 'More than {limit} brackets are open at once in this passage: not read. Close them, or put a backslash before those that are plain characters.', 'zh-CN': '这一段里同时未闭合的方括号超过 {limit} 个：不予读取。请补上括号，普通字符的方括号前请加反斜杠。' },
    markers: { en: 'More than {limit} quote or list marks on one line: not read.', 'zh-CN': '一行里的引用或列表标记超过 {limit} 个：不予读取。' },
    references: { en: 'More than {limit} character references (such as &nbsp;) in one passage: not read. Write the characters themselves.', 'zh-CN': '一段里的字符引用（如 &nbsp;）超过 {limit} 个：不予读取。请直接写字符。' },
    marks: { en: 'More than {limit} marks with a colon (such as :req[…] or 12:30) in one passage: not read. Divide it by blank lines.', 'zh-CN': '一段里带冒号的标记（如 :req[…] 或 12:30）超过 {limit} 个：不予读取。请用空行分段。' },
    depth: { en: 'The text is nested too deeply: not read.', 'zh-CN': '正文嵌套过深：不予读取。' },
  }),
  code('load/text-limits', 'error', { en: 'More than a controlled file can hold', 'zh-CN': '超出受控文件应有的规模' }, {
    en: 'No document or register that people write and review comes near these limits. A file beyond them is a slip, the output of a program or an attack; reading it could stop the check of everything else, so it is refused before it is parsed.',
    'zh-CN': '人编写、人评审的文件或登记表远远达不到这些限值。超出的多半是误操作、程序输出或攻击；读取它可能使其他一切检查都停下来，因此不作解析，直接拒绝。',
  }, {
    lines: { en: '{figure} lines; up to {limit} are read. Divide the file into several.', 'zh-CN': '共 {figure} 行，最多读取 {limit} 行。请把文件拆分成几个。' },
    line: { en: 'This line has {figure} characters; up to {limit} are read. Break it into lines.', 'zh-CN': '这一行有 {figure} 个字符，最多读取 {limit} 个。请分行。' },
    marks: { en: '{figure} marks of Markdown (such as [ * : # - or /); up to {limit} are read, and on this line it goes beyond. Divide the file into several.', 'zh-CN': '共 {figure} 个 Markdown 标记（如 [ * : # - /），最多读取 {limit} 个，到这一行超出。请把文件拆分成几个。' },
    cells: { en: '{figure} bars of tables (|); up to {limit} are read, and on this line it goes beyond. Keep such a table as a register in YAML, or divide the file.', 'zh-CN': '共 {figure} 个表格竖线（|），最多读取 {limit} 个，到这一行超出。这样的表请改为 YAML 登记表，或拆分文件。' },
    values: { en: '{figure} lines and marks of YAML lists (a hyphen, a comma or an opening bracket for each value); up to {limit} are read, and on this line it goes beyond. Divide the file into several.', 'zh-CN': '行数与 YAML 列表标记共 {figure} 个（每个值有连字符、逗号或左括号），最多读取 {limit} 个，到这一行超出。请把文件拆分成几个。' },
  }),
  one('load/duplicate-key', 'error', { en: 'Key written twice', 'zh-CN': '同一个键写了两次' }, {
    en: 'Tools disagree on which of the two holds.', 'zh-CN': '两个值以哪个为准，各工具说法不一。',
  }, { en: 'This key stands twice in the same place. Keep one.', 'zh-CN': '同一处有两个相同的键。请保留一个。' }),
  one('load/forbidden-key', 'error', { en: 'Key that is not allowed', 'zh-CN': '不允许的键' }, {
    en: 'Such a key changes how programs see all other data.', 'zh-CN': '这种键会改变程序看待其他数据的方式。',
  }, { en: 'The key {key} is refused. A key is a plain word, and merge keys are written out.', 'zh-CN': '键 {key} 不予接受。键须是普通的词，合并键须改为直接写出。' }),
  code('load/schema', 'error', { en: 'Value does not fit its schema', 'zh-CN': '值不符合格式' }, {
    en: 'What does not fit the format is not understood, and what is not understood is not checked.',
    'zh-CN': '不合格式就读不懂，读不懂就查不了。',
  }, {
    required: { en: '{where} lacks the field `{field}`.', 'zh-CN': '{where}缺少字段 `{field}`。' },
    unknown: { en: '{where} has an unknown field `{field}`.{hint}', 'zh-CN': '{where}有不认识的字段 `{field}`。{hint}' },
    type: { en: '`{field}` should be {expected}, not {actual}.', 'zh-CN': '`{field}` 应为{expected}，而不是{actual}。' },
    enum: { en: '`{field}` is "{actual}"; allowed are {expected}.', 'zh-CN': '`{field}` 写的是“{actual}”；可用的值：{expected}。' },
    pattern: { en: '`{field}` is "{actual}", which does not have the form {expected}.', 'zh-CN': '`{field}` 写的是“{actual}”，格式应为 {expected}。' },
    other: { en: '`{field}`: {problem}.', 'zh-CN': '`{field}`：{problem}。' },
  }),
  one('load/bare-number', 'error', { en: 'Bare number where a string belongs', 'zh-CN': '该加引号的编号没有加引号' }, {
    en: 'YAML reads 4.10 as the number 4.1: clause and revision numbers must be quoted.',
    'zh-CN': 'YAML 会把 4.10 读成数字 4.1：条款号、版本号等必须加引号。',
  }, { en: '`{field}` is {actual} without quotes, which YAML takes for a number. Write "{actual}".', 'zh-CN': '`{field}` 写成了不带引号的 {actual}，YAML 会当作数字。请写成 "{actual}"。' }),
  one('workspace/unclaimed-file', 'error', { en: 'File that no schema claims', 'zh-CN': '没有归属的文件' }, {
    en: 'A paper outside the master list is used by somebody and controlled by nobody.',
    'zh-CN': '不在受控清单里的文件，有人在用，没人在管。',
  }, {
    en: 'Neither a document (`type:` in front matter) nor a register (`kind:`). Declare it, or list it under `ignore:` in qms.yaml.',
    'zh-CN': '既不是文件（文首没有 `type:`），也不是登记表（没有 `kind:`）。请声明，或在 qms.yaml 的 `ignore:` 里列出。',
  }),
  one('workspace/unknown-kind', 'error', { en: 'Unknown kind or type', 'zh-CN': '不认识的种类' }, {
    en: 'The schema follows from this word; without it nothing is checked.', 'zh-CN': '格式由这个词决定；认不出它就什么都查不了。',
  }, { en: '"{kind}" is none of: {known}.', 'zh-CN': '“{kind}”不在可用种类之内：{known}。' }),
  one('workspace/no-documents', 'error', { en: 'No documents', 'zh-CN': '没有任何文件' }, {
    en: 'A check of nothing must not be green.', 'zh-CN': '什么都没查，不能算通过。',
  }, { en: 'No controlled document was found in this workspace.', 'zh-CN': '工作区里没有找到任何受控文件。' }),
  one('workspace/unknown-standard', 'error', { en: 'Unknown standard', 'zh-CN': '不认识的标准' }, {
    en: 'Without a standard there is nothing to check against.', 'zh-CN': '没有标准就没有检查依据。',
  }, { en: 'The standard "{id}" does not ship with this tool. Known: {known}.', 'zh-CN': '本工具没有标准“{id}”。可用：{known}。' }),
  one('workspace/bad-schema', 'error', { en: 'Schema that is none', 'zh-CN': '自带格式文件有误' }, {
    en: 'A house schema that cannot be read tightens nothing.', 'zh-CN': '读不了的自带格式起不到任何约束。',
  }, { en: '{file} cannot be used: {problem}', 'zh-CN': '{file} 无法使用：{problem}' }),
];
