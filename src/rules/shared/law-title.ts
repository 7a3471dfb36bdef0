/** A title of a law as it is compared: without brackets, spaces, the country's name and a mark of trial. */
export function lawTitle(title: string): string {
  return title.replace(/[《》〈〉\s]/g, '').replace(/[（(](?:试行|暂行|修订|修正)[）)]$/, '').replace(/^中华人民共和国/, '');
}
