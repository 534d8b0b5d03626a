export type SimpleYaml = Readonly<Record<string, string | readonly string[]>>;

const KEY = /^([A-Za-z][\w-]*):(?:[ \t]+(.*))?$/;
const ITEM = /^( *)- +(.*)$/;
/** Text that means itself in every version of YAML; anything that might not is left to a parser. */
const PLAIN = /^(?:[A-Za-z]|\.{1,2}\/)[\w./@=+,-]*(?: [\w./@=+,-]+)*$/;
const SPECIAL = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/**
 * Reads the form that nearly every cdk8s.yaml has (plain texts, and lists of them),
 * so that the YAML parser need not be loaded. Undefined for anything beyond it.
 */
export function readSimpleYaml(text: string): SimpleYaml | undefined {
  const result: Record<string, string | string[]> = Object.create(null) as typeof result;
  let list: string[] | undefined;
  let listIndent = '';
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.replace(/(?:^|[ \t]+)#.*$/, '').trimEnd();
    if (line === '') continue;
    const [, indent, item] = ITEM.exec(line) ?? [];
    if (indent !== undefined && item !== undefined) {
      if (list === undefined || !isPlain(item)) return undefined;
      if (list.length === 0) listIndent = indent;
      else if (indent !== listIndent) return undefined;
      list.push(item);
      continue;
    }
    if (list?.length === 0) return undefined;
    const [, key, value] = KEY.exec(line) ?? [];
    if (key === undefined || key in result || SPECIAL.test(key)) return undefined;
    list = undefined;
    if (value !== undefined) {
      if (!isPlain(value)) return undefined;
      result[key] = value;
    } else {
      list = [];
      result[key] = list;
    }
  }
  return list?.length === 0 ? undefined : result;
}

function isPlain(text: string): boolean {
  return PLAIN.test(text) && !SPECIAL.test(text);
}
