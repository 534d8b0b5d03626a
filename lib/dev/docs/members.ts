import ts from 'typescript';
import { type DocComment, readDocComment } from './doc-comment';
import { table } from './markdown';
import { docOf, type PublicFace } from './public-face';
import { typeCell } from './option-table';
import { type Site } from './site';
import { typeText } from './type-text';

type Holder = ts.ClassDeclaration | ts.InterfaceDeclaration;

interface Member {
  readonly name: string;
  readonly type: string;
  readonly doc: DocComment | undefined;
}

/** A table of what a class or interface offers: fields, methods and, first, what makes it. */
export function memberTable(site: Site, page: string, node: Holder): string {
  return table(
    ['Member', 'Type', 'What it is'],
    membersOf(site.face, node).map(({ name, type, doc }) => [
      `\`${name}\``,
      typeCell(site, page, type),
      site.prose(page, describe(doc)),
    ]),
  );
}

function describe(doc: DocComment | undefined): string {
  const throws = doc?.throws.map((what) => `Throws ${what}.`) ?? [];
  return [doc?.summary ?? '', ...throws].join(' ').trim();
}

function membersOf(face: PublicFace, node: Holder): readonly Member[] {
  const inherited = inheritedMembers(face, node);
  const own = node.members.flatMap((member) =>
    ts.isConstructorDeclaration(member) ? member.parameters.flatMap(parameterMember) : memberOf(member, node),
  );
  const names = new Set(own.map(({ name }) => name));
  return [
    ...own.map((member) => ({ ...member, doc: member.doc ?? inherited.get(member.name)?.doc })),
    // What a base class of this project does; that of `Construct` is another library's to tell.
    ...[...inherited.values()].filter(
      ({ name, fromClass }) => (fromClass || ts.isInterfaceDeclaration(node)) && !names.has(name),
    ),
  ].sort(
    (a, b) =>
      Number(b.name.startsWith(`${node.name?.text ?? ''}.`)) -
      Number(a.name.startsWith(`${node.name?.text ?? ''}.`)),
  );
}

function memberOf(member: ts.Node, owner: Holder): readonly Member[] {
  if (!ts.isClassElement(member) && !ts.isTypeElement(member)) return [];
  if (member.name === undefined || ts.isPrivateIdentifier(member.name)) return [];
  const flags = ts.getCombinedModifierFlags(member);
  if (flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) return [];
  const name = member.name.getText();
  const doc = docOf(member);
  if (ts.isPropertyDeclaration(member) || ts.isPropertySignature(member)) {
    return [{ name, type: member.type ? typeText(member.type) : initialType(member), doc }];
  }
  if (ts.isMethodDeclaration(member) || ts.isMethodSignature(member)) {
    const parameters = member.parameters.map(
      (parameter) =>
        (ts.isIdentifier(parameter.name) ? parameter.name.text : 'options') +
        `${parameter.questionToken || parameter.initializer ? '?' : ''}: ` +
        (parameter.type === undefined ? 'unknown' : typeText(parameter.type)),
    );
    const result = member.type === undefined ? '' : typeText(member.type);
    const isStatic = (flags & ts.ModifierFlags.Static) !== 0;
    return [
      {
        name: isStatic ? `${owner.name?.text ?? ''}.${name}` : name,
        type: `(${parameters.join(', ')}) => ${result}`,
        doc,
      },
    ];
  }
  return [];
}

/** A parameter of a constructor that is a field at once. */
function parameterMember(parameter: ts.ParameterDeclaration): readonly Member[] {
  const flags = ts.getCombinedModifierFlags(parameter);
  const isField = (flags & (ts.ModifierFlags.Readonly | ts.ModifierFlags.Public)) !== 0;
  if (!isField || flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) return [];
  return [
    {
      name: parameter.name.getText(),
      type: `${parameter.type ? typeText(parameter.type) : 'unknown'}${parameter.questionToken ? ' | undefined' : ''}`,
      doc: docOf(parameter) ?? parameterDoc(parameter),
    },
  ];
}

/** What `@param` says of a parameter. */
function parameterDoc(parameter: ts.ParameterDeclaration): DocComment | undefined {
  const [tag] = ts.getJSDocParameterTags(parameter);
  const text = ts.getTextOfJSDocComment(tag?.comment);
  return text === undefined ? undefined : readDocComment(`/** ${text.replace(/^- /, '')} */`);
}

/** The type of a field that only has a value. */
function initialType(member: ts.PropertyDeclaration | ts.PropertySignature): string {
  return ts.isPropertyDeclaration(member) && member.initializer ? member.initializer.getText() : 'unknown';
}

/** The members of what a class extends and implements, as far as this project declares it. */
function inheritedMembers(
  face: PublicFace,
  node: Holder,
): ReadonlyMap<string, Member & { readonly fromClass: boolean }> {
  const found = new Map<string, Member & { readonly fromClass: boolean }>();
  for (const base of (node.heritageClauses ?? []).flatMap(({ types }) => types)) {
    const declarations = face.checker.getTypeAtLocation(base).getSymbol()?.declarations ?? [];
    for (const declaration of declarations) {
      if (declaration.getSourceFile().isDeclarationFile) continue;
      const fromClass = ts.isClassDeclaration(declaration);
      if (!fromClass && !ts.isInterfaceDeclaration(declaration)) continue;
      if (fromClass) for (const [name, one] of inheritedMembers(face, declaration)) found.set(name, one);
      for (const member of declaration.members.flatMap((one) => memberOf(one, node))) {
        const doc = member.doc ?? found.get(member.name)?.doc;
        found.set(member.name, { ...member, doc, fromClass });
      }
    }
  }
  return found;
}
