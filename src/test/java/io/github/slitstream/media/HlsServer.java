package io.github.slitstream.media;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.slitstream.frame.FrameSize;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Serves a live stream over HTTP in segments of a second, the first three at once, until it is closed. */
final class HlsServer implements AutoCloseable {
    static final int FRAMES_PER_SECOND = 25;
    static final FrameSize SIZE = new FrameSize(64, 48);

    private static final int SEGMENTS = 60;
    private static final int LISTED = 5;

    private final HttpServer server;
    private final Path folder;
    private final long begunNanos = System.nanoTime();

    private HlsServer(Path folder) throws IOException {
        this.folder = folder;
        Path second = folder.resolve("second.mp4");
        TestFrames.write(second, TestFrames.gradients(SIZE, FRAMES_PER_SECOND, 1_000_000_000 / FRAMES_PER_SECOND),
                FRAMES_PER_SECOND);
        for (int segment = 0; segment < SEGMENTS; segment++) {
            double later = segment;
            Remuxed.copy(second, folder.resolve(segment + ".ts"), packet -> later);
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    static HlsServer start(Path folder) throws IOException {
        return new HlsServer(folder);
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/live.m3u8";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(1);
        byte[] body = name.endsWith(".ts") ? Files.readAllBytes(folder.resolve(name)) : list();
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private byte[] list() {
        int end = Math.min(SEGMENTS, 3 + (int) ((System.nanoTime() - begunNanos) / 1_000_000_000));
        int first = Math.max(0, end - LISTED);
        return ("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:1\n#EXT-X-MEDIA-SEQUENCE:" + first + "\n"
                + IntStream.range(first, end).mapToObj(segment -> "#EXTINF:1.0,\n" + segment + ".ts\n")
                        .collect(Collectors.joining()))
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
