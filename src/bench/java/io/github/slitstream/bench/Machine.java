package io.github.slitstream.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;

/** Where and when a run took place, in words. */
public final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final double GIGA = 1e9;

    private Machine() {}

    /** One line. */
    public static String describe(Bench bench, Tools tools) {
        int processors = Runtime.getRuntime().availableProcessors();
        return "%s, %d processors; Java %s; kernels: %s; copy of 64 MiB: %.1f GB/s on one thread, %.1f on all; %s"
                .formatted(model(), processors, Runtime.version(), tools.kernels().description(),
                        bench.copyBytesPerSecond(1) / GIGA, bench.copyBytesPerSecond(processors) / GIGA,
                        LocalDate.now(ZoneId.systemDefault()));
    }

    private static String model() {
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name")).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElseGet(Machine::architecture);
        } catch (IOException notLinux) {
            return architecture();
        }
    }

    private static String architecture() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }
}
