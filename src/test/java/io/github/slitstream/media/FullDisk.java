package io.github.slitstream.media;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A disk that becomes full under a file while FFmpeg writes it; on Linux. */
@SuppressWarnings("restricted") // dup2 is called with the types that it declares
final class FullDisk {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final String FULL = "/dev/full";
    private static final int WRITE_ONLY = 1;

    private FullDisk() {}

    /** From now on what FFmpeg writes into the file finds no room; what it wrote before stays. */
    static void under(Path file) throws IOException {
        try (RandomAccessFile _ = new RandomAccessFile(FULL, "rw")) {
            int from = descriptor(FULL, descriptor -> true);
            int to = descriptor(file.toRealPath().toString(), FullDisk::isWriteOnly);
            MethodHandle dup2 = Linker.nativeLinker().downcallHandle(
                    Linker.nativeLinker().defaultLookup().find("dup2").orElseThrow(),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            if ((int) dup2.invokeExact(from, to) != to) {
                throw new IOException("dup2 failed");
            }
        } catch (IOException known) {
            throw known;
        } catch (Throwable thrown) {
            throw new IOException(thrown);
        }
    }

    private static int descriptor(String target, Predicate<Path> isRight) throws IOException {
        List<Path> open;
        try (Stream<Path> listed = Files.list(DESCRIPTORS)) {
            open = listed.toList();
        }
        for (Path each : open) {
            if (Files.isSymbolicLink(each) && Files.readSymbolicLink(each).toString().equals(target)
                    && isRight.test(each)) {
                return Integer.parseInt(each.getFileName().toString());
            }
        }
        throw new IOException("nobody writes " + target);
    }

    /** As FFmpeg opens what it writes; we open it for reading as well. */
    private static boolean isWriteOnly(Path descriptor) {
        try {
            String flags = Files.readAllLines(Path.of("/proc/self/fdinfo").resolve(descriptor.getFileName())).stream()
                    .filter(line -> line.startsWith("flags:")).findFirst().orElseThrow().substring(6).strip();
            return (Integer.parseInt(flags, 8) & 3) == WRITE_ONLY;
        } catch (IOException gone) {
            return false;
        }
    }
}
