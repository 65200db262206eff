import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { type Figure, median, rounded } from './figure';

const REPEATS = 15;

/** Milliseconds that a fresh process needs to compile and evaluate a script in a bare realm. */
function loadMs(file: string): number {
  const program = `
    const vm = require('node:vm');
    const code = require('node:fs').readFileSync(${JSON.stringify(file)}, 'utf8');
    const context = vm.createContext({});
    const start = process.hrtime.bigint();
    new vm.Script(code).runInContext(context);
    process.stdout.write(String(Number(process.hrtime.bigint() - start) / 1e6));`;
  const times: number[] = [];
  for (let i = 0; i < REPEATS; i++)
    times.push(Number(spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' }).stdout));
  return median(times);
}

/** Size and cold load of what every formula call loads. */
export function bundleFigures(): Figure[] {
  writeFileSync('build/empty.js', 'function TIKTOKSHOP() {}\n');
  const size = (file: string) => statSync(file).size;
  readFileSync('dist/Code.js');
  return [
    {
      name: 'bundle_bytes',
      value: size('dist/Code.js'),
      unit: 'bytes',
      baseline: size('build/empty.js'),
      against: 'an empty bundle',
    },
    {
      name: 'load_ms',
      value: rounded(loadMs('dist/Code.js')),
      unit: 'ms',
      baseline: rounded(loadMs('build/empty.js')),
      against: 'an empty bundle',
    },
  ];
}
