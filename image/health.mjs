// The container's own health check: 0 where the address answers well, 1 where it doesn't. The edge's, unless another is named.
const url = process.env.TANDEM_HEALTH_URL ?? "http://127.0.0.1:4600/healthz";
try {
  const { status } = await fetch(url, { signal: AbortSignal.timeout(2_500) });
  if (status !== 200) throw new Error(`it answered ${status}`);
} catch (error) {
  process.stderr.write(
    `${url} isn't well: ${error instanceof Error ? (error.cause?.message ?? error.message) : error}\n`,
  );
  process.exitCode = 1;
}
