package io.github.slitstream.engine.ring;

import com.sun.management.OperatingSystemMXBean;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the machine has the memory that a ring needs, asked before it is taken. */
public final class MemoryLimit {
    /** What is left to the rest of the machine. */
    private static final double SHARE = 0.9;
    private static final Path MEMINFO = Path.of("/proc/meminfo");
    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");

    private MemoryLimit() {}

    /**
     * Refuses a preset whose rings do not fit.
     *
     * @param alreadyHeld bytes that will be given back once they exist
     * @throws BadValue naming what it needs, what there is and the way out
     */
    public static void check(FrameSize source, int views, Preset preset, long alreadyHeld) {
        check(source, views, preset, 0, alreadyHeld);
    }

    /**
     * As {@link #check(FrameSize, int, Preset, long)}.
     *
     * @param pictures that are kept beside the rings, each of the size that the preset makes
     */
    public static void check(FrameSize source, int views, Preset preset, int pictures, long alreadyHeld) {
        long needed = RingMemory.bytesFor(source, views, preset)
                + pictures * RingMemory.pictureBytes(source, preset);
        long usable = (long) (SHARE * available()) + alreadyHeld;
        if (needed > usable) {
            throw new BadValue(String.format(Locale.ROOT,
                    "a ring of %d frames of %s%s needs %s, but this machine has %s free: "
                            + "keep fewer frames or downsample more",
                    preset.ring().get(RingSettings.LENGTH), views == 1 ? "" : views + " × ",
                    source.dividedBy(preset.ring().get(RingSettings.DOWNSAMPLE)), inWords(needed), inWords(usable)));
        }
    }

    /** A number of bytes for people, such as {@code 221 MB}. */
    public static String inWords(long bytes) {
        return bytes >= 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f GB", bytes / 1e9)
                : String.format(Locale.ROOT, "%.0f MB", Math.ceil(bytes / 1e6));
    }

    /** Memory that can be had without pushing others out; a container's limit counts. */
    private static long available() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Math.min(system.getTotalMemorySize(), availableToLinux(system.getTotalMemorySize()));
    }

    /** Elsewhere "free" leaves out what the system would give back at once, so all there is stands for it. */
    private static long availableToLinux(long otherwise) {
        if (!Files.isReadable(MEMINFO)) {
            return otherwise;
        }
        try {
            Matcher matcher = AVAILABLE.matcher(Files.readString(MEMINFO));
            return matcher.find() ? Long.parseLong(matcher.group(1)) * 1024 : otherwise;
        } catch (IOException e) {
            return otherwise;
        }
    }
}
