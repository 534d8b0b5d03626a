import ts from 'typescript';

const printer = ts.createPrinter({ removeComments: true });

/** A type as the pages show it: on one line, without what only the compiler needs. */
export function typeText(node: ts.TypeNode): string {
  const text = printer
    .printNode(ts.EmitHint.Unspecified, node, node.getSourceFile())
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\breadonly /g, '')
    .replaceAll(/; \}/g, ' }');
  return unwrap(unwrap(text, 'NoInfer'), 'Readonly').replace(/^\| /, '');
}

/** `Wrapper<X>` as `X`, wherever it stands. */
function unwrap(text: string, wrapper: string): string {
  const start = new RegExp(`\\b${wrapper}<`).exec(text);
  if (start === null) return text;
  const inside = start.index + start[0].length;
  let depth = 1;
  let end = inside;
  for (; end < text.length && depth > 0; end += 1) {
    if (text[end] === '<') depth += 1;
    // The arrow of a function type closes nothing.
    if (text[end] === '>' && text[end - 1] !== '=') depth -= 1;
  }
  return unwrap(text.slice(0, start.index) + text.slice(inside, end - 1) + text.slice(end), wrapper);
}
