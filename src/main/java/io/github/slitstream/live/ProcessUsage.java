package io.github.slitstream.live;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;

/**
 * What this process had used up at one moment.
 *
 * @param nanos the moment, of {@link System#nanoTime}
 * @param cpuNanos of all threads and processors
 * @param captureBytes allocated on the heap by the capture thread
 * @param renderBytes likewise by the render thread
 */
record ProcessUsage(long nanos, long cpuNanos, long captureBytes, long renderBytes) {

    static ProcessUsage now() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new ProcessUsage(System.nanoTime(), system.getProcessCpuTime(), allocated("capture"),
                allocated("render"));
    }

    double secondsSince(ProcessUsage earlier) {
        return (nanos - earlier.nanos) / 1e9;
    }

    /** 0 … 1. */
    double cpuShareSince(ProcessUsage earlier) {
        return (cpuNanos - earlier.cpuNanos) / (double) (nanos - earlier.nanos)
                / Runtime.getRuntime().availableProcessors();
    }

    double captureBytesSince(ProcessUsage earlier) {
        return captureBytes - earlier.captureBytes;
    }

    double renderBytesSince(ProcessUsage earlier) {
        return renderBytes - earlier.renderBytes;
    }

    private static long allocated(String threadName) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().equals(threadName)) {
                bytes += threads.getThreadAllocatedBytes(thread.getThreadId());
            }
        }
        return bytes;
    }
}
