package dev.blazon.bench.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parsed output of {@code ./blazon stack}, which has a line for each process.
 *
 * @param parts the processes; of a restarted one, only the last
 * @param address the address of the badges; empty: not ready yet
 * @param varnishFolder Varnish's working folder
 * @param restarts how often a process was restarted
 */
record StackLines(List<Part> parts, Optional<URI> address, Path varnishFolder, int restarts) {

  private static final Pattern PROCESS =
      Pattern.compile("stack: ([a-z0-9-]+) pid=(\\d+) url=(\\S+)");
  private static final Pattern ADMIN = Pattern.compile("stack: ([a-z0-9-]+) admin=(\\S+)");
  private static final Pattern READY = Pattern.compile("stack: ready at (\\S+)");
  private static final Pattern VARNISH = Pattern.compile("stack: .*varnish works in (\\S+).*");

  static StackLines parse(String output) {
    Map<String, Long> pids = new LinkedHashMap<>();
    Map<String, URI> admins = new HashMap<>();
    Optional<URI> address = Optional.empty();
    Path varnishFolder = Path.of("");
    int restarts = 0;
    for (String line : output.lines().toList()) {
      Matcher process = PROCESS.matcher(line);
      Matcher admin = ADMIN.matcher(line);
      Matcher ready = READY.matcher(line);
      Matcher varnish = VARNISH.matcher(line);
      if (process.matches()) {
        restarts += pids.containsKey(process.group(1)) ? 1 : 0;
        pids.put(process.group(1), Long.valueOf(process.group(2)));
      } else if (admin.matches()) {
        admins.put(admin.group(1), URI.create(admin.group(2)));
      } else if (ready.matches()) {
        address = Optional.of(URI.create(ready.group(1)));
      } else if (varnish.matches()) {
        varnishFolder = Path.of(varnish.group(1));
      }
    }
    List<Part> parts =
        pids.entrySet().stream()
            .map(
                pid ->
                    new Part(
                        pid.getKey(),
                        pid.getValue(),
                        Optional.ofNullable(admins.get(pid.getKey()))))
            .toList();
    return new StackLines(parts, address, varnishFolder, restarts);
  }
}
