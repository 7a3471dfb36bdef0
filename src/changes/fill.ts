/** Puts values into the `{{name}}` places of a template of ours; an unknown name is our own mistake. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`template names {{${name}}}, which nothing fills`);
    return value;
  });
}
