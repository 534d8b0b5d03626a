import { explain } from '../../../lib/cli/actions/explain';
import { type Io } from '../../../lib/cli/io';

async function run(positionals: readonly string[], env: Io['env'] = {}) {
  const out: string[] = [];
  const writer = { write: (text: string) => out.push(text) };
  const code = await explain({ positionals, io: { stdout: writer, stderr: writer, env, cwd: '/' } });
  return { code, text: out.join('') };
}

test('lists all rules', async () => {
  expect(await run([])).toMatchObject({
    code: 0,
    text: expect.stringContaining('  K301  error    A Service whose selector') as string,
  });
});

test('explains one by its code, in any case, or by its name', async () => {
  const { code, text } = await run(['K301']);
  expect([code, text.split('\n')[0]]).toEqual([
    0,
    'error[K301]: A Service whose selector matches no pod of its namespace',
  ]);
  expect((await run(['k301'])).text).toBe(text);
  expect((await run(['service-selects-no-pod'])).text).toBe(text);
  expect((await run(['K301'], { FORCE_COLOR: '1' })).text).toContain('\u001b[');
});

test('explains what no rule finds', async () => {
  expect((await run([])).text).toContain('  K012  error    A document that is no YAML');
  const { text } = await run(['K018']);
  expect(text).toMatch(/^info\[K018\]: A file in a folder that is no manifest/);
  expect(text).toContain('Its severity can be set in `severities`, to `off` as well.');
  expect((await run(['broken-yaml'])).text).toContain('Its severity cannot be set.');
});

test('knows what was meant by a rule that is not there', async () => {
  await expect(run(['K3O1'])).rejects.toThrow(
    expect.objectContaining({ help: expect.arrayContaining(['did you mean K301?']) as string[] }) as Error,
  );
});
