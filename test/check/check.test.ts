import { check } from '../../lib/check/check';
import { type CheckOptions } from '../../lib/check/check-options';
import { defineRule, type RuleDefinition } from '../../lib/check/define-rule';
import { type Rule } from '../../lib/check/rule';
import { RULES } from '../../lib/check/rules/index.gen';
import { type CheckContext, type RuleContext } from '../../lib/check/rule-context';
import { type Diagnostic } from '../../lib/diagnostics/diagnostic';
import { type Allowance } from '../../lib/model/allowance';
import { type ObjectEntry, type ObjectInput } from '../../lib/model/object-entry';
import { ObjectSet } from '../../lib/model/object-set';
import { oncePer } from '../../lib/model/once-per';

const EXAMPLE = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n';

const FACTS = {
  code: 'ACME-1',
  name: 'no-config',
  group: 'acme',
  severity: 'error',
  kinds: ['ConfigMap'],
  summary: 'A ConfigMap',
  explanation: 'There shall be none.',
  bad: EXAMPLE,
  good: EXAMPLE,
} as const;

type Changes = Partial<Extract<RuleDefinition, { readonly checkSet?: never }>>;

function rule(changes: Changes = {}): Rule {
  return defineRule({
    ...FACTS,
    check(entry, context) {
      context.report({ object: entry, title: `ConfigMap \`${entry.name}\``, label: 'here' });
    },
    ...changes,
  });
}

function config(name: string, at: Partial<ObjectInput> = {}): ObjectInput {
  return { object: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop' } }, ...at };
}

function entryOf(input: ObjectInput): ObjectEntry {
  const [entry] = new ObjectSet([input]);
  if (entry === undefined) throw new Error('no entry');
  return entry;
}

const run = (inputs: readonly ObjectInput[], options: CheckOptions = {}): readonly Diagnostic[] =>
  check(new ObjectSet(inputs), { rules: [rule()], ...options });
const codes = (found: readonly Diagnostic[]): readonly string[] => found.map(({ code }) => code);

const span = (file: string, line: number) => ({ file, line, column: 5 });
const allowance = (path: string, code = 'ACME-1'): Allowance => ({
  id: `${path}#${code}`,
  code,
  reason: 'it is needed',
  path,
});

describe('the place of a finding', () => {
  const place = (input: ObjectInput, changes: Changes = {}): unknown => {
    const [found] = run([input], { rules: [rule(changes)] });
    return { spans: found?.spans, notes: found?.notes };
  };

  it('is the line of the field, where the object was read from a file', () => {
    const lines: Record<string, number> = { '/data': 4, '/data/key': 5 };
    const locate = (pointer: string) =>
      lines[pointer] === undefined ? undefined : span('a.yaml', lines[pointer]);
    const input = config('a', { span: span('a.yaml', 1), locate });
    const at = (path: string) => ({
      check: (entry: ObjectEntry, { report }: RuleContext) =>
        report({ object: entry, path, title: 't', label: 'l' }),
    });
    const found = (line: number) => ({ spans: [{ ...span('a.yaml', line), label: 'l' }], notes: [] });
    expect(place(input, at('/data/key'))).toEqual(found(5));
    // What is not there stands where the nearest field around it does.
    expect(place(input, at('/data/other/field'))).toEqual(found(4));
    expect(place(input, at('/spec'))).toEqual(found(1));
  });

  it('is the line that made the object, or else the construct', () => {
    expect(place(config('a', { span: span('charts/a.ts', 3), path: 'a/b' }))).toEqual({
      spans: [{ ...span('charts/a.ts', 3), label: 'here' }],
      notes: [],
    });
    expect(place(config('a', { path: 'a/b' }))).toEqual({
      spans: [{ construct: 'a/b', label: 'here' }],
      notes: [],
    });
  });

  it('is told in notes where nothing is known, so that no label is lost', () => {
    const other = entryOf(config('a'));
    const two = rule({
      check(entry: ObjectEntry, { report }: RuleContext) {
        report({
          object: entry,
          title: 't',
          label: 'one side',
          others: [{ entry: other, label: 'the other' }],
        });
      },
    });
    expect(run([config('b')], { rules: [two] })[0]?.notes).toEqual([
      'one side',
      'ConfigMap `shop/a`: the other',
    ]);
  });
});

describe('severities', () => {
  it('are those of the rule, of the finding, of the configuration: the last that is said', () => {
    const severities = (changes: Changes, options: CheckOptions = {}) =>
      run([config('a')], { rules: [rule(changes)], ...options }).map(({ severity }) => severity);
    const lowered = {
      check: (entry: ObjectEntry, { report }: RuleContext) =>
        report({ object: entry, title: 't', severity: 'info' }),
    };
    expect(severities({})).toEqual(['error']);
    expect(severities(lowered)).toEqual(['info']);
    expect(severities(lowered, { severities: { 'ACME-1': 'warning' } })).toEqual(['warning']);
    expect(severities({}, { severities: { 'ACME-1': 'off' } })).toEqual([]);
  });

  it('may differ by file; the last pattern that matches counts', () => {
    const inputs = ['charts/legacy/a.ts', 'charts/b.ts', 'x.yaml'].map((file, i) =>
      config(`c${i}`, { span: span(file, 1) }),
    );
    const found = run([...inputs, config('c3', { path: 'no/file' })], {
      severities: { 'ACME-1': 'info' },
      paths: [
        { files: ['charts/**'], severities: { 'ACME-1': 'warning' } },
        { files: 'charts/legacy/*', severities: { 'ACME-1': 'off' } },
        { files: '**', severities: { K301: 'off' } },
      ],
    });
    expect(found.map(({ object, severity }) => [object?.name, severity])).toEqual([
      ['c1', 'warning'],
      ['c2', 'info'],
      ['c3', 'info'],
    ]);
  });

  it('switch a rule on for some files', () => {
    const found = run([config('a', { span: span('a.ts', 1) }), config('b', { span: span('b.ts', 1) })], {
      severities: { 'ACME-1': 'off' },
      paths: [{ files: 'b.ts', severities: { 'ACME-1': 'error' } }],
    });
    expect(found.map(({ object }) => object?.name)).toEqual(['b']);
  });

  it('go by codes, and say which one a name belongs to', () => {
    const set = (severities: object) => () => run([], { severities: severities as never });
    expect(set({ 'service-selects-no-pod': 'off' })).toThrow(
      'severities: "service-selects-no-pod" is the name of a rule; write its code, K301',
    );
    expect(set({ 'service-select-no-pods': 'off' })).toThrow('did you mean K301 (service-selects-no-pod)');
    expect(set({ k301: 'off' })).toThrow('did you mean K301?');
    expect(set({ 'duplicate-key': 'off' })).toThrow('write its code, K015');
    expect(set({ QQQQQQQQQQ: 'off' })).toThrow('`kubewright explain` lists all codes');
  });

  it('of findings that no rule makes are as each says', () => {
    const set = (severities: object) => () => run([], { severities: severities as never });
    for (const code of ['K002', 'K015', 'K016', 'K017', 'K018', 'K019'])
      expect(set({ [code]: 'off' })).not.toThrow();
    expect(set({ K012: 'warning' })).toThrow(
      'severities.K012 (broken-yaml) is always an error: what cannot be read is not checked',
    );
    expect(set({ K012: 'error', K001: 'warning' })).not.toThrow();
    expect(set({ K001: 'off' })).toThrow('cannot go unreported');
  });

  it('refuse what is no code and no severity, with the nearest code', () => {
    const set = (severities: object) => () => run([], { severities: severities as never });
    expect(set({ K3O1: 'off' })).toThrow('severities: there is no rule "K3O1"; did you mean K301');
    expect(set({ K301: 'none' })).toThrow('severities.K301: "none" is none of off, error, warning, info');
    expect(set({ K001: 'off' })).toThrow('cannot go unreported');
    expect(() => run([], { paths: [{ files: 'a', severities: { K999: 'off' } }] })).toThrow(
      'paths[0].severities',
    );
    expect(() => run([], { target: '1.12' as never })).toThrow(RangeError);
  });
});

describe('an allowance', () => {
  const inputs = [config('a', { path: 'app/shop/a' }), config('b', { path: 'app/shopping/b' })];

  it('silences the findings of its subtree, and no others', () => {
    const names = (...allowances: Allowance[]) =>
      run(inputs, { allowances }).flatMap(({ code, object }) => (code === 'ACME-1' ? object?.name : []));
    expect(names(allowance('app/shop'))).toEqual(['b']);
    expect(names(allowance(''))).toEqual([]);
    expect(names(allowance('app/shop/a'))).toEqual(['b']);
    expect(names(allowance('app/sho'))).toEqual(['a', 'b']);
    expect(names(allowance('app/shop', 'ACME-2'))).toEqual(['a', 'b']);
  });

  it('that silences nothing is reported, and so is one that another makes needless', () => {
    const unused = (...allowances: Allowance[]) =>
      run(inputs, { allowances }).flatMap(({ code, title }) => (code === 'K002' ? title : []));
    expect(unused(allowance('app'))).toEqual([]);
    expect(unused(allowance('app/other'))).toEqual([
      'the allowance of ACME-1 at `app/other` silences nothing',
    ]);
    expect(unused(allowance('app'), allowance('app/shop'))).toEqual([]);
    expect(unused(allowance('app/shop'), allowance('app/shop/a'))).toEqual([
      'the allowance of ACME-1 at `app/shop` silences nothing',
    ]);
  });

  it('of a code that no rule has is told as that', () => {
    const told = (code: string) => {
      const [found] = run(inputs, { allowances: [allowance('app', code)] }).filter(
        (each) => each.code === 'K002',
      );
      return [found?.severity, found?.title, found?.help[0]];
    };
    expect(told('K999')).toEqual([
      'warning',
      'there is no rule K999 to allow',
      '`kubewright explain` lists all codes; a rule of your own goes into `rules` of kubewright.config.ts',
    ]);
    expect(told('K3301')[2]).toContain('did you mean K301');
    expect(told('ACME-3')[2]).toContain('did you mean ACME-1');
    expect(told('K018')).toEqual([
      'warning',
      'K018 (passed-over) is no finding of a rule and cannot be allowed',
      'set it in `severities` of kubewright.config.ts',
    ]);
  });

  it('is not blamed when its rule did not run, or not to its end', () => {
    const allowances = [allowance('app/other')];
    expect(run(inputs, { allowances, severities: { 'ACME-1': 'off' } })).toEqual([]);
    const broken = rule({
      check() {
        throw new Error('oops');
      },
    });
    expect(codes(run(inputs, { allowances, rules: [broken] }))).toEqual(['K001']);
  });
});

describe('a rule that throws', () => {
  it('is one that returns a promise, or reports what is no finding', () => {
    const late = { ...rule(), check: () => Promise.reject(new Error('too late')) } as unknown as Rule;
    const odd = rule({
      check: (entry, context) => context.report({ object: entry, title: 5 as unknown as string }),
    });
    for (const [one, reason] of [
      [late, 'returned a promise'],
      [odd, 'a title that is text'],
    ] as const) {
      const [found] = check(new ObjectSet([config('a')]), { rules: [one] });
      expect(found?.code).toBe('K001');
      expect(JSON.stringify(found)).toContain(reason);
    }
  });

  const fine = entryOf(config('fine'));
  const broken = rule({
    check({ name }, { report }) {
      if (name !== 'fine') throw new Error(`no ${name === 'c' ? 'c' : 'use'}`);
      report({ object: fine, title: 'found' });
    },
  });

  it('is reported once for each error, and still looks at the other objects', () => {
    const found = run([config('a'), config('fine'), config('b'), config('c')], { rules: [broken] });
    expect(found.map(({ code, title }) => `${code} ${title}`).sort()).toEqual([
      'ACME-1 found',
      'K001 rule ACME-1 failed on ConfigMap `shop/a`',
      'K001 rule ACME-1 failed on ConfigMap `shop/c`',
    ]);
    expect(found.find(({ title }) => title.endsWith('`shop/a`'))?.notes.at(-1)).toBe(
      'the same on 1 more object',
    );
  });

  it('is told once with all others that the same analysis stopped, which is not tried again', () => {
    let times = 0;
    const analysis = (): number => {
      times++;
      throw new Error('no index');
    };
    const rules = ['ACME-1', 'ACME-2', 'ACME-3'].map((code) =>
      rule({ code, name: code.toLowerCase(), check: (_, { once }) => void once(analysis) }),
    );
    const found = run([config('a'), config('b')], { rules });
    expect(found.map(({ title }) => title)).toEqual([
      'rules ACME-1, ACME-2 and ACME-3 failed on ConfigMap `shop/a`',
    ]);
    expect(found[0]?.help.at(-1)).toBe(
      'to go on without them: switch ACME-1, ACME-2 and ACME-3 off in kubewright.config.ts',
    );
    expect(times).toBe(1);
  });

  it('is one that changes what it is given', () => {
    const meddling = rule({
      check({ object }) {
        (object.metadata as { name: string }).name = 'b';
      },
    });
    const [found] = run([config('a')], { rules: [meddling] });
    expect(found?.notes[0]).toContain('read only property');
  });

  it('may be a rule about the whole set', () => {
    const whole = defineRule({
      ...FACTS,
      checkSet() {
        throw new Error('oops');
      },
    });
    expect(run([config('a')], { rules: [whole] }).map(({ title }) => title)).toEqual(['rule ACME-1 failed']);
  });
});

describe('rules', () => {
  it('are asked about the objects of their kinds alone, in order', () => {
    const asked: string[] = [];
    const asking = rule({
      kinds: ['apps/Deployment', 'ConfigMap'],
      check: ({ name }) => void asked.push(name),
    });
    const object = (apiVersion: string, kind: string, name: string) => ({
      object: { apiVersion, kind, metadata: { name } },
    });
    run(
      [
        object('v1', 'ConfigMap', 'a'),
        object('apps/v1', 'Deployment', 'b'),
        object('v1', 'Deployment', 'c'),
        object('v1', 'ConfigMap', 'd'),
      ],
      { rules: [asking] },
    );
    expect(asked).toEqual(['b', 'a', 'd']);
  });

  it('share what they make of the set', () => {
    let times = 0;
    const count = ({ set }: CheckContext): number => {
      times += 1;
      return set.size;
    };
    const asking = rule({
      check: (entry: ObjectEntry, { once, report }: RuleContext) =>
        report({ object: entry, title: String(once(count)) }),
    });
    expect(run([config('a'), config('b')], { rules: [asking] }).map(({ title }) => title)).toEqual([
      '2',
      '2',
    ]);
    expect(times).toBe(1);
  });

  it('keep nothing of a set when they are done', () => {
    let asked = 0;
    const nameOf = oncePer(({ name }: ObjectEntry) => {
      asked++;
      return name;
    });
    const curious = rule({ check: (entry) => expect(nameOf(entry)).toBe(nameOf(entry)) });
    const set = new ObjectSet([config('a')]);
    for (const checks of [1, 2]) {
      check(set, { rules: [curious] });
      expect(asked).toBe(checks);
    }
  });

  it('of the user have codes of their own', () => {
    expect(() => run([], { rules: [rule(), rule()] })).toThrow('have the same code, ACME-1');
    expect(() => run([], { rules: [rule({ code: 'K301' })] })).toThrow(
      'no-config and service-selects-no-pod',
    );
    expect(() => run([], { rules: [rule({ code: 'K999' })] })).toThrow('kept for kubewright');
  });

  it('find the same in whatever order they stand', () => {
    const one = rule();
    const two = rule({ code: 'ACME-2', name: 'other' });
    const inputs = [config('b', { span: span('b.ts', 2) }), config('a', { span: span('a.ts', 9) })];
    const forwards = run(inputs, { rules: [one, two] });
    expect(forwards).toEqual(run([...inputs].reverse(), { rules: [two, one] }));
    expect(forwards.map(({ code, object }) => `${object?.name ?? ''} ${code}`)).toEqual([
      'a ACME-1',
      'a ACME-2',
      'b ACME-1',
      'b ACME-2',
    ]);
  });
});

describe('defineRule', () => {
  it('refuses what could not be used, with the place and what to write', () => {
    expect(() => rule({ code: 'acme' })).toThrow('code is "acme"');
    expect(() => rule({ name: 'No Config' })).toThrow('kebab case');
    expect(() => rule({ kinds: [] })).toThrow('kinds is empty');
    expect(() => rule({ kinds: ['apps/v1/Deployment'] })).toThrow('without a version');
    expect(() => rule({ reads: ['deployment'] })).toThrow('holds "deployment"');
    expect(() => rule({ summary: 'a\nb' })).toThrow('one line');
    expect(() => rule({ bad: [] })).toThrow('bad is empty');
    expect(() => rule({ good: [] })).toThrow('good is empty');
  });

  it('takes examples in short', () => {
    expect(rule({ bad: ['a: 1', { title: 't', manifests: 'b: 1' }] }).bad).toEqual([
      { manifests: 'a: 1' },
      { title: 't', manifests: 'b: 1' },
    ]);
  });
});

describe('a copy of a rule of this library', () => {
  const one = (code: string): Extract<Rule, { check: unknown }> => {
    const found = RULES.find((each) => each.code === code);
    if (found === undefined || !('check' in found)) throw new Error(`no rule ${code} about objects`);
    return found;
  };
  const inputs = [config('fine'), { object: { ...config('wrong').object, dat: {} } }];

  it('finds the same under another severity', () => {
    const found = run(inputs, { rules: [{ ...one('K101'), code: 'ACME-1', severity: 'info' }] });

    expect(found.filter(({ code }) => code === 'ACME-1')).toEqual(
      found
        .filter(({ code }) => code === 'K101')
        .map((each) => ({ ...each, code: 'ACME-1', severity: 'info' })),
    );
    expect(codes(found)).toContain('K101');
  });

  // Both share an analysis with other rules, which knows the objects that these have nothing to say of.
  it.each(['K101', 'K201'])(
    'is asked about every object of its kinds when it asks something else: %s',
    (code) => {
      const asked: string[] = [];
      const copy = {
        ...one(code),
        code: 'ACME-1',
        kinds: ['ConfigMap'],
        check: ({ name }: ObjectEntry) => void asked.push(name),
      };

      run(inputs, { rules: [copy] });

      expect(asked).toEqual(['fine', 'wrong']);
    },
  );
});
