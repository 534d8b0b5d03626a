import { type Judge } from '../judge';

/** `status.used` by the names of quotas. */
export type Used = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What the quotas of a namespace have counted; nothing before the quota controller looked at them. */
export async function usedIn(judge: Judge, namespace: string): Promise<Used> {
  const { body } = await judge.get(`/api/v1/namespaces/${namespace}/resourcequotas`);
  const { items } = body as {
    items: readonly { metadata: { name: string }; status?: { used?: Record<string, string> } }[];
  };
  return Object.fromEntries(items.map(({ metadata, status }) => [metadata.name, status?.used ?? {}]));
}
