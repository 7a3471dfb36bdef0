import { describe, expect, test } from 'vitest';
import { DiagramError } from '#render/document/flowchart/chart.ts';
import { placeFlowchart } from '#render/document/flowchart/layout.ts';
import { wrapLines } from '#render/document/flowchart/lettering.ts';
import { parseFlowchart } from '#render/document/flowchart/parse.ts';
import { pageOf } from './document-page.ts';

const source = `flowchart TD
  accTitle: 登记流程
  %% 说明
  A([收件]) --> B{材料齐全？}
  B -- 否 --> C[一次性补正] --> A
  B -->|是| D[["审查 (5日)"]] & E[/公示/]
  subgraph g1 [执法]
    F[(归档)]
  end
  D -.-> F
  E ==> F
`;

describe('a flowchart', () => {
  test('is read step by step', () => {
    const chart = parseFlowchart(source);
    expect(chart.title).toBe('登记流程');
    expect(chart.nodes.map(({ id, label, shape, group }) => [id, label.join('|'), shape, group ?? ''])).toEqual([
      ['A', '收件', 'stadium', ''], ['B', '材料齐全？', 'diamond', ''], ['C', '一次性补正', 'box', ''], ['D', '审查 (5日)', 'subroutine', ''], ['E', '公示', 'slanted', ''], ['F', '归档', 'cylinder', 'g1'],
    ]);
    expect(chart.edges.map(({ from, to, label, line, end }) => [from, to, label.join(''), line, end])).toEqual([
      ['A', 'B', '', 'solid', true], ['B', 'C', '否', 'solid', true], ['C', 'A', '', 'solid', true], ['B', 'D', '是', 'solid', true], ['B', 'E', '是', 'solid', true], ['D', 'F', '', 'dotted', true], ['E', 'F', '', 'thick', true],
    ]);
  });
  test.each([
    ['', 0], ['abc', 0], ['flowchart TD\n A[收件 --> B', 1], ['flowchart TD\n A --> ', 1], ['flowchart TD\n A --> B\n C -->|是 D', 2], ['flowchart TD\n subgraph x\n A', 1], ['flowchart TD\n A\n end', 2],
    ['flowchart TD\n A\n click A "http://a.example"', 2], ['flowchart TD\n A\n style A fill:red', 2], ['sequenceDiagram\n A->>B: x', 0], ['flowchart TD', 0], [`flowchart TD\n A[${'长'.repeat(201)}]`, 1],
  ])('says in which line it is broken: %j', (text, line) => {
    expect(() => parseFlowchart(text)).toThrow(expect.objectContaining({ line }) as DiagramError);
  });
  test('no two steps overlap, every arrow joins its steps, words stand inside', async () => {
    const { nodes, edges, width, height } = await placeFlowchart(parseFlowchart(source));
    for (const [index, a] of nodes.entries()) {
      expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height, a.id).toBe(true);
      for (const b of nodes.slice(index + 1)) expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y, `${a.id} ${b.id}`).toBe(true);
    }
    const touches = (point: readonly [number, number] | undefined, id: string): boolean => nodes.some((node) => node.id === id && point !== undefined
      && point[0] >= node.x - 1 && point[0] <= node.x + node.width + 1 && point[1] >= node.y - 1 && point[1] <= node.y + node.height + 1);
    for (const { from, to, points } of edges) expect([touches(points[0], from), touches(points.at(-1), to)], `${from} ${to}`).toEqual([true, true]);
  });
  test('comes out the same every time', async () => {
    const body = `\`\`\`mermaid\n${source}\`\`\`\n`;
    const [first, second] = [await pageOf(body), await pageOf(body)];
    expect(first.html).toBe(second.html);
    for (const word of ['收件', '材料齐全？', '审查 (5日)', '否', '执法']) expect(first.html).toContain(`>${word}</tspan>`);
    expect(first.html).toContain('<figcaption>登记流程</figcaption>');
  });
  test('broken, it is refused at the line of the file', async () => {
    const { refusals, html } = await pageOf('# 图\n\n```mermaid\nflowchart TD\n  A[收件 --> B\n```\n');
    expect(refusals.map(({ at, text }) => [at.position.start.line, text['zh-CN']])).toEqual([[15, '流程图画不出来：`{open}` 没有用 `{close}` 结束。']]);
    expect(html).toContain('A[收件');
  });
  test('words are words: marks and entities in a label stay as typed', async () => {
    const { html } = await pageOf('```mermaid\nflowchart TD\n  A["<img src=x onerror=alert(1)>"] --> B[&lt;b&gt;]\n```\n');
    expect(html).toContain('&#x3C;img');
    expect(html).not.toContain('<img');
  });
  test('long labels are broken, numbers kept whole', () => {
    expect(wrapLines(['审查材料并填写登记审核表 MSGS/QR-QP11-04 后移交核准员'])).toEqual(expect.arrayContaining([expect.stringContaining('MSGS/QR-QP11-04')]));
    expect(wrapLines(['短'])).toEqual(['短']);
  });
});
