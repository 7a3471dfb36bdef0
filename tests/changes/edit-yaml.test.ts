import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { editYaml } from '#changes/edit-yaml.ts';

const register = `# kept by the quality office
kind: suppliers

suppliers:   # reviewed each March
- id: GF-01
  name:    "Printer"      # two machines
  provides: forms,
    licences   # folded
- {id: GF-02, name: Courier }

note: 'last'
`;

describe('editing a register file', () => {
  it('leaves the text alone, byte for byte, when nothing is edited', () => {
    expect(editYaml(register, () => {})).toBe(register);
  });

  it('changes the line it means and no other', () => {
    const edited = editYaml(register, (document) => document.setIn(['suppliers', 1, 'name'], 'Post'));
    const before = register.split('\n');
    const changed = edited.split('\n').map((line, index) => [before[index], line]).filter(([old, now]) => old !== now);
    expect(changed).toHaveLength(1);
    expect(changed[0]?.[1]).toContain('Post');
  });

  it('adds an entry at the end of a list and keeps every comment and every other line', () => {
    const edited = editYaml(register, (document) => document.addIn(['suppliers'], document.createNode({ id: 'GF-03', name: '印刷厂' })));
    for (const line of register.split('\n')) expect(edited.split('\n')).toContain(line);
    expect(parse(edited).suppliers[2]).toEqual({ id: 'GF-03', name: '印刷厂' });
    expect(edited.indexOf('GF-03')).toBeLessThan(edited.indexOf("note: 'last'"));
  });

  it('keeps Windows line ends', () => {
    const edited = editYaml(register.replaceAll('\n', '\r\n'), (document) => document.set('note', 'new'));
    expect(edited.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(parse(edited).note).toBe('new');
  });

  it('does not round numbers that are clauses', () => {
    expect(parse(editYaml('a: 1\n', (document) => document.set('clause', '4.10')))).toEqual({ a: 1, clause: '4.10' });
  });

  it('refuses what is no YAML', () => {
    expect(() => editYaml('a: [1\n', () => {})).toThrow('errors');
  });

  it('gives the value asked for whatever the layout', () => {
    const layouts = fc.array(fc.constantFrom('# word', 'b:    2', 'c: [1,  2]', 'd: {x: 1,y: 2 }', 'e:\n- 1\n-   2', 'f:\n    - 1', 'g: "t"   # why', '', 'h: long\n  text\n  over lines', 'i: |\n  kept\n   text'), { maxLength: 10 });
    fc.assert(fc.property(layouts, fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'), fc.string(), (parts, key, value) => {
      const seen = new Set<string>();
      const text = ['a: 0', ...parts.filter((part) => part === '' || part[0] === '#' || (!seen.has(part[0] as string) && seen.add(part[0] as string)))].join('\n') + '\n';
      const edited = editYaml(text, (document) => document.set(key, value));
      expect(parse(edited)).toEqual({ ...parse(text), [key]: value });
    }), { numRuns: 300 });
  });
});
