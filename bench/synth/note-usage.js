// Loaded into each measured process: as it ends, it notes its processor time and its
// peak memory. In plain JavaScript, and as little as can be, since it is measured too.
const fs = require('node:fs');
const process = require('node:process');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  fs.writeFileSync(`${process.env.BENCH_FIGURES}/${process.pid}`, `${(user + system) / 1e6} ${peakMemory()}`);
});

/** In MiB. On Linux `maxRSS` starts at what the parent process had; VmHWM does not (proc_pid_status(5)). */
function peakMemory() {
  try {
    return Number(/^VmHWM:\s*(\d+)/m.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}
