import { Progress } from '../../lib/cli/progress';

function terminal(isTTY: boolean, env: Record<string, string> = {}) {
  let text = '';
  let now = 0;
  const write = (more: string): void => void (text += more);
  const progress = new Progress({ stderr: { isTTY, columns: 20, write }, env }, () => now);
  return { progress, text: () => text, wait: (ms: number) => void (now += ms) };
}

test('says nothing in the first second, then what is being done, and clears it', () => {
  const { progress, text, wait } = terminal(true);
  progress.step('Loading');
  wait(900);
  progress.step('Checking');
  expect(text()).toBe('');
  wait(200);
  progress.step('Writing');
  expect(text()).toBe('\r\u001b[KWriting ...');
  progress.clear();
  expect(text()).toBe('\r\u001b[KWriting ...\r\u001b[K');
});

test('is cut to the width of the terminal', () => {
  const { progress, text, wait } = terminal(true);
  wait(2000);
  progress.step('a very long description of it');
  expect(text()).toBe('\r\u001b[Ka very long descrip');
  progress.clear();
});

test.each<[string, boolean, Record<string, string>]>([
  ['in a pipe', false, {}],
  ['in CI', true, { CI: 'true' }],
])('says nothing %s', (_, isTTY, env) => {
  const { progress, text, wait } = terminal(isTTY, env);
  wait(2000);
  progress.step('Loading');
  progress.clear();
  expect(text()).toBe('');
});
