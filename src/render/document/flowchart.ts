import type { Element } from 'hast';
import { DiagramError } from './flowchart/chart.ts';
import { drawFlowchart } from './flowchart/draw.ts';
import { placeFlowchart } from './flowchart/layout.ts';
import { parseFlowchart } from './flowchart/parse.ts';

/** A flowchart in Mermaid's notation as an SVG tree with its title, or what is wrong in which line (counted from 0). */
export async function flowchart(source: string, fallbackTitle: string): Promise<{ readonly svg: Element; readonly title: string } | DiagramError> {
  try {
    const placed = await placeFlowchart(parseFlowchart(source));
    return { svg: drawFlowchart(placed, placed.title || fallbackTitle), title: placed.title };
  } catch (error) {
    if (error instanceof DiagramError) return error;
    throw error;
  }
}
