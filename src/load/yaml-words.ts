import type { Text } from '#model/text.ts';

/** What the parser says in English, by its codes, for readers of Chinese. */
const chinese: Readonly<Record<string, string>> = {
  ALIAS_PROPS: '别名不能带锚点或标签', BAD_ALIAS: '别名写法不对', BAD_DIRECTIVE: '% 指令写法不对', BAD_DQ_ESCAPE: '双引号里的反斜杠转义写法不对',
  BAD_INDENT: '缩进不对，或括号没有闭合', BAD_PROP_ORDER: '锚点或标签的位置不对', BAD_SCALAR_START: '值不能以这个保留字符开头，请加引号',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个“键: 值”：值里含有冒号时请加引号', BLOCK_IN_FLOW: '方括号或花括号里不能用分行写法', IMPOSSIBLE: '无法理解',
  KEY_OVER_1024_CHARS: '键超过 1024 个字符', MISSING_CHAR: '缺少应有的字符：引号、冒号或逗号', MULTILINE_IMPLICIT_KEY: '键不能跨行', MULTIPLE_ANCHORS: '一个值有两个锚点',
  MULTIPLE_DOCS: '一个文件里只能有一份 YAML：第二个 --- 之后的内容不予读取', MULTIPLE_TAGS: '一个值有两个标签', NON_STRING_KEY: '键不是文字',
  TAB_AS_INDENT: '不能用制表符缩进，请用空格', UNEXPECTED_TOKEN: '这里不应出现这个内容',
  BAD_COLLECTION_TYPE: '标签与值的种类不符', TAG_RESOLVE_FAILED: '不认识的标签',
};
const english: Readonly<Record<string, string>> = { MULTIPLE_DOCS: 'One file holds one YAML document; nothing after the second --- is read' };

/** A complaint of the YAML parser in both languages. */
export function yamlProblem(code: string, message: string): Text {
  const said = english[code] ?? message.split('\n')[0] ?? message;
  const tag = code === 'TAG_RESOLVE_FAILED' ? /: (.+)$/.exec(said)?.[1] : undefined;
  return { en: clip(said), 'zh-CN': clip(`${chinese[code] ?? said}${tag ? ` ${tag}` : ''}`) };
}

function clip(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200).toWellFormed()}…` : text;
}
