// Results of suites as text or Markdown: one table a case, then the targets.
/** @param result of one suite */
export function asText(result) {
  return `${[head(result), ...result.cases.map((one) => caseText(one))].join('\n\n')}\n`;
}

/** Replaces what stands between `<!-- bench:SUITE -->` and `<!-- /bench:SUITE -->`, and the table of targets. */
export function intoDocument(document, results) {
  const suites = Map.groupBy(results.flat(), ({ suite }) => suite);
  const put = (text, name, content) => text.replace(new RegExp(`(<!-- bench:${name} -->)[^]*?(<!-- /bench:${name} -->)`), (_, from, to) => `${from}\n\n${content.trim()}\n\n${to}`);
  const filled = [...suites].reduce((text, [suite, list]) => put(text, suite, list.map((result) => asText(result)).join('\n\n')), document);
  return put(filled, 'targets', targets(results.flat()));
}

function head({ suite, command, qms, commit, node, git, machine, date, runs, seed, peers }) {
  const others = Object.entries(peers).map(([name, version]) => `${name} ${version}`).join(', ');
  return `**${suite}** · \`${command}\` · ${date}\n\nqms ${qms} (${commit}), Node ${node}, ${git}; ${machine}; medians of ${runs} rounds, seed ${seed}${others ? `; ${others}` : ''}`;
}

function caseText({ title, facts, rows, ratios, recall }) {
  const size = facts.files ? ` (${facts.files} files, ${(facts.bytes / 1e6).toFixed(1)} MB)` : '';
  const units = rows.some((row) => row.units !== null && row.units !== undefined);
  return [
    `### ${title}${size}`,
    table([['', 'what', 'wall s', 'CPU s', 'peak MB', ...(units ? ['pages', 'pages/s'] : []), 'runs'], ...rows.map((row) => [
      row.kind === 'qms' ? `**${row.name}**` : row.name, row.note ?? row.what, seconds(row.wall), seconds(row.cpu), megabytes(row.memory),
      ...(units ? [row.units === null ? '' : String(row.units), row.units === null ? '' : (row.units / row.wall).toFixed(1)] : []), String(row.runs),
    ])]),
    table([['ratio', 'wall', 'CPU', 'target'], ...ratios.map((ratio) => [ratio.label, times(ratio.wall), times(ratio.cpu), targetText(ratio)])]),
    ...calls(rows),
    ...(recall ? [`Recall: ${recall.found} of ${recall.planted} planted defects (${recall.kinds} codes) found at their line; ${recall.others} other findings.${recall.missed.map(({ code, path, line }) => `\n- missed: ${code} ${path}:${line}`).join('')}`] : []),
  ].join('\n\n');
}

/** How the programs of others were called, in the folder of the workspace. */
function calls(rows) {
  const others = rows.filter(({ kind }) => kind === 'peer').map(({ command }) => `- \`${command.replaceAll(/[^\s"']*\/node_modules\/\.bin\/node\b/g, 'node').replaceAll(/[^\s"']*\/node_modules\//g, '').replaceAll(/(?<=\s)\/\S*\/(?=[^/\s]+\.(?:json|yaml)\b)/g, '').replaceAll(/[^\s"']*\/qms-bench-\w+\//g, '').replace(/( \d+\.md){4,}/, ' 0.md …').slice(0, 400)}\``);
  return others.length > 0 ? [`Peers as called:\n\n${others.join('\n')}`] : [];
}

/** Everything that has a target, of all suites, and what follows from several sizes. */
export function targets(results) {
  const rows = results.flatMap(({ suite, cases }) => [
    ...cases.flatMap(({ title, ratios }) => ratios.filter((ratio) => ratio.holds !== undefined).map((ratio) => [suite, title, ratio.label, targetWords(ratio), times(ratio.wall), ratio.holds ? 'reached' : 'missed'])),
    ...cases.filter(({ recall }) => recall).map(({ title, recall }) => [suite, title, 'planted defects found', '100 %', `${recall.found} of ${recall.planted}`, recall.missed.length === 0 ? 'reached' : 'missed']),
  ]);
  return table([['suite', 'on', 'measured', 'target', 'reached', ''], ...rows, ...growth(results)]);
}

/** Time for a document from size to size, and memory above that of the smallest. */
function growth(results) {
  const cold = results.flatMap(({ cases }) => cases).filter(({ documents }) => documents).map((one) => ({ documents: one.documents, base: one.rows.find(({ name }) => name === 'node -e 0')?.wall ?? 0, row: one.rows.find(({ name }) => name === 'validate, cold') }))
    .filter(({ row }) => row && row.wall !== null).sort((a, b) => a.documents - b.documents);
  const counted = cold.filter(({ documents }) => documents >= 1000);
  const each = counted.map(({ documents, base, row }) => (row.wall - base) / documents * 1000);
  const spread = Math.max(...each.map((value) => Math.abs(value / each[0] - 1)));
  const [small, big] = [cold[0], cold.at(-1)];
  const bytes = small?.row.memory && big !== small ? (big.row.memory - small.row.memory) / (big.documents - small.documents) : null;
  return [
    ...(counted.length > 1 ? [['check', counted.map(({ documents }) => documents).join(', '), `ms a document, cold, without the start: ${each.map((value) => value.toFixed(2)).join(', ')}`, '± 20 % of the first', `${(spread * 100).toFixed(0)} %`, spread <= 0.2 ? 'reached' : 'missed']] : []),
    ...(bytes === null ? [] : [['check', `${small.documents} to ${big.documents}`, 'memory a document, cold', '≤ 5 KB', `${(bytes / 1024).toFixed(1)} KB`, bytes <= 5 * 1024 ? 'reached' : 'missed']]),
  ];
}

function targetText(ratio) {
  return ratio.holds === undefined ? '' : `${targetWords(ratio)}: ${ratio.holds ? 'reached' : 'missed'}`;
}

function targetWords({ atMost, atLeast }) {
  return atMost === undefined ? `≥ ${atLeast} ×` : `≤ ${atMost} ×`;
}

function table(rows) {
  const safe = rows.map((row) => row.map((text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')));
  const line = (row) => `| ${row.join(' | ')} |`;
  return [line(safe[0]), line(safe[0].map(() => '---')), ...safe.slice(1).map(line)].join('\n');
}

function seconds(value) {
  return value === null ? '–' : value.toFixed(3);
}
function megabytes(value) {
  return value === null ? '–' : (value / 1048576).toFixed(0);
}
function times(value) {
  return value === null || value === undefined ? '–' : `${value >= 100 ? value.toFixed(0) : value.toPrecision(3)} ×`;
}
