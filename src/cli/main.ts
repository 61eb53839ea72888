// The one executable. Processes of an installation take the short way (no command table is loaded); people take the other.

const [word, ...rest] = process.argv.slice(2);
if (word === "workload") {
  const { runWorkload } = await import("./run-workload.ts");
  await runWorkload(rest);
} else if (word === "supervisor") {
  const { runSupervisor } = await import("./run-supervisor.ts");
  await runSupervisor(rest);
} else {
  const { goWhereThePersonStands } = await import("./place.ts");
  goWhereThePersonStands(word);
  const { keepCompiledCode } = await import("../drivers/compile-cache.ts");
  keepCompiledCode();
  const { runCommand } = await import("./commands.ts");
  // A reader that has seen enough (`| head`) closes the pipe; that is no failure.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
  process.exitCode = await runCommand(process.argv.slice(2));
}
