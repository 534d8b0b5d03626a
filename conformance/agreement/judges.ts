import { type ApiObject } from '../api';
import { type Judge, startJudge } from '../judge';
import { type JsonMap } from './dice';
import { type Outcome, outcomeOf } from './outcome';

/** Whoever knows what a server answers to a case. */
export interface Answers {
  readonly version: string;
  outcome(object: JsonMap): Promise<Outcome>;
  close(): Promise<void>;
}

/** A judge that has what the cases refer to and admission plugins look up. */
export async function askJudge(version: string): Promise<Answers> {
  // Which addresses Services may have is the cluster's business: this one has some of both families.
  const judge = await startJudge({
    version,
    apiServerFlags: ['--service-cluster-ip-range=10.96.0.0/16,fd00:10:96::/112'],
  });
  try {
    await prepare(judge);
  } catch (error) {
    await judge.stop();
    throw error;
  }
  return {
    version,
    outcome: async (object) =>
      outcomeOf(await judge.create(object as unknown as ApiObject, { dryRun: true })),
    close: async () => judge.stop(),
  };
}

async function prepare(judge: Judge): Promise<void> {
  const made = await judge.create({
    apiVersion: 'node.k8s.io/v1',
    kind: 'RuntimeClass',
    metadata: { name: 'gvisor' },
    handler: 'runsc',
  });
  if (!made.accepted) throw new Error(made.status.message);
  // The server makes these on its own, soon after it is ready.
  await judge.until('the priority classes of the system', async () => {
    const { code } = await judge.get('/apis/scheduling.k8s.io/v1/priorityclasses/system-node-critical');
    return code === 200;
  });
}
