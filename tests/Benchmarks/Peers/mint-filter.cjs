// mint-filter on the files that "peers FOLDER" wrote: node mint-filter.cjs FOLDER, with the package installed there.
const { readFileSync } = require("node:fs");
const { join, resolve } = require("node:path");

const folder = resolve(process.argv[2]);
const { default: Mint } = require(join(folder, "node_modules", "mint-filter"));
const lines = (name) => readFileSync(join(folder, name), "utf8").split("\n").filter((line) => line);
const text = lines("text.txt").slice(0, 100); // a tenth is long enough
const units = text.reduce((sum, line) => sum + line.length, 0);

for (const count of [100, 1000, 10000]) {
  const mint = new Mint(lines(`phrases-${count}.txt`));
  const rounds = [];
  let hits = 0;
  for (let round = -1; round < 9; round++) {
    hits = 0;
    const start = process.cpuUsage();
    for (const line of text) hits += mint.filter(line, { replace: false }).words.length;
    const { user, system } = process.cpuUsage(start);
    if (round >= 0) rounds.push((user + system) / 1e6);
  }
  rounds.sort((a, b) => a - b);
  console.log(`mint-filter  ${String(count).padStart(6)} phrases  ${(units / rounds[4] / 1e6).toFixed(1).padStart(7)} Mchar/s  ${hits} hits`);
}
