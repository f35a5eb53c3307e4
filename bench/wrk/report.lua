-- Shared by the load scripts: at the end, one line that a program can read. Times are microseconds.
function done(summary, latency, requests)
  local errors = summary.errors
  print(string.format(
    'BENCH {"requests":%d,"duration":%d,"failed":%d,"broken":%d,"p50":%d,"p90":%d,"p95":%d,"p99":%d}',
    summary.requests, summary.duration, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(100 * 10 / 11 * 0.99), latency:percentile(100 - 100 / 11 / 2),
    latency:percentile(99)))
end
