package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.param.BadValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;

/** Opens sources for maps, by whatever opener the program comes with. */
final class VideoSources {
    /** When files were changed that could be opened. */
    private static final Map<String, Long> GOOD = new ConcurrentHashMap<>();
    private static final int MOST_GOOD = 100;

    private VideoSources() {}

    /** @throws IOException if it cannot be opened; the message says why in one line */
    static FrameSource open(String address) throws IOException {
        SourceOpener opener = ServiceLoader.load(SourceOpener.class, VideoSources.class.getClassLoader()).findFirst()
                .orElseThrow(() -> new IOException("this program has nothing that opens " + address));
        return opener.open(SourceRequest.of(address));
    }

    /** Whether an address is that of a source whose pictures come when they come. */
    static boolean isLive(String address) {
        return address.startsWith(SourceRequest.CAMERA) || address.startsWith(SourceRequest.SCREEN)
                || address.contains("://");
    }

    /**
     * Opens what is not live once, unless that was done since it was changed.
     *
     * @throws BadValue if it cannot be opened
     */
    static void check(String address) {
        if (isLive(address)) {
            return;
        }
        long changed = changed(address);
        Long good = GOOD.get(address);
        if (good != null && good == changed) {
            return;
        }
        try {
            open(address).close();
        } catch (IOException e) {
            throw new BadValue("video: " + e.getMessage());
        }
        if (GOOD.size() >= MOST_GOOD) {
            GOOD.clear();
        }
        GOOD.put(address, changed);
    }

    /** 0 for what is no file. */
    private static long changed(String address) {
        try {
            return Files.getLastModifiedTime(Path.of(address)).toMillis();
        } catch (IOException | InvalidPathException none) {
            return 0;
        }
    }
}
