-- Shared by the load scripts: at the end, one line that a program can read. Times are microseconds.
function done(summary, latency, requests)
  local errors = summary.errors
  print(string.format(
    'BENCH {"requests":%d,"duration":%d,"failed":%d,"broken":%d,"p50":%d,"p99":%d}',
    summary.requests, summary.duration, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
