import { schemaRule } from './pass/schema-rule';

export default schemaRule('bad-quantity', {
  code: 'K106',
  name: 'bad-quantity',
  group: 'schema',
  severity: 'error',
  kinds: ['*'],
  summary: 'A text that is no quantity',
  explanation: `Amounts of CPU, memory and storage are numbers with an optional suffix: \`m\` for thousandths, \`k\`, \`M\`, \`G\`, \`T\` for powers
of 1000, \`Ki\`, \`Mi\`, \`Gi\`, \`Ti\` for powers of 1024, or an exponent (\`1e3\`). There is no \`B\`, \`MB\` or \`core\`. The API server
refuses others while decoding, and its answer does not even name the field.`,
  bad: `apiVersion: v1
kind: ResourceQuota
metadata: { name: compute }
spec:
  hard: { limits.cpu: 20, limits.memory: 10GB }
`,
  good: `apiVersion: v1
kind: ResourceQuota
metadata: { name: compute }
spec:
  hard: { limits.cpu: 20, limits.memory: 10G }
`,
});
