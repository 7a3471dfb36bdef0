/** What GitHub adds to CommonMark, in examples of our own. */
export const gfmExamples: readonly string[] = [
  '| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |', '| 左 | 中 | 右 |\n|:---|:-:|--:|\n| 1 | 2 | 3 |', '| a |\n| - |\n| b \\| c |', '| a | b |\n|---|---|\n| 一格 |\n| 1 | 2 | 3 |', '甲 | 乙\n--- | ---\n一 | 二\n\n段落',
  '| `a|b` | c |\n|---|---|', '| a |\n|---|\n> 引用', '~~删去~~的话', '~一~ 和 ~~~三~~~', '- [ ] 未办\n- [x] 已办\n- [X] 也办', '1. [ ] 一\n   - [x] 二', '- [ ]没有空格', 'www.example.org/a_b 和 https://example.org/?q=1&r=2',
  '邮件 a.b@example.org。', '(https://example.org/(a))', 'ftp://example.org 与 mailto:a@example.org', '正文[^1]和[^长]。\n\n[^1]: 一。\n[^长]: 第一段。\n\n    第二段。', '[^无]', '[^a]: 只有定义', '[^x][^x]\n\n[^x]: 两次',
  '<title>标题</title> <xmp> <plaintext>', '<strong> <title> <style> <em>', '> [!NOTE]\n> 提示', '```mermaid\nflowchart TD\n  A --> B\n```', ':::note\n容器\n:::', '::unknown{a=b}', ':x[词]{.c #i onclick=alert(1)}', '::register{kind=procedure onclick="x"}',
];
