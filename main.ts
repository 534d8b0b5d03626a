import { App } from 'cdk8s';
import { Agents } from './charts/agents';
import { Batch } from './charts/batch';
import { Config } from './charts/config';
import { Networking } from './charts/networking';
import { PhotoView } from './charts/photo-view';
import { Pods } from './charts/pods';
import { Replication } from './charts/replication';
import { Storage } from './charts/storage';
import { addReaders, BudgetedTeam, LimitedTeam } from './charts/tenants';
import { Web } from './charts/web';

const app = new App();
for (const Area of [
  Pods,
  Replication,
  Web,
  PhotoView,
  Batch,
  Config,
  Storage,
  Networking,
  Agents,
  LimitedTeam,
  BudgetedTeam,
]) {
  new Area(app);
}
addReaders(app);
app.synth();
