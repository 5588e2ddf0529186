package io.github.slitstream.media;

import io.github.slitstream.frame.FrameSize;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sends JPEGs one after another over HTTP, as cheap network cameras do, until it is closed. */
final class MjpegServer implements AutoCloseable {
    static final int PICTURE_MILLIS = 15;

    /**
     * How pictures are packed.
     *
     * @param contentType of the whole
     * @param opening before the first part
     * @param header before each picture; {@code %d} is its length
     * @param closing behind each picture
     */
    record Packing(String contentType, String opening, String header, String closing) {
        static final Packing STANDARD = new Packing("multipart/x-mixed-replace; boundary=next", "",
                "--next\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n", "\r\n");
    }

    private final Packing packing;
    private final ServerSocket listener = new ServerSocket();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final List<byte[]> pictures = new ArrayList<>();
    private volatile boolean silent;

    private MjpegServer(int port, Path folder, Packing packing) throws IOException {
        this.packing = packing;
        for (int index = 0; index < 4; index++) {
            Path file = folder.resolve("served" + index + ".jpg");
            TestFrames.write(file, List.of(TestFrames.gradient(new FrameSize(64, 48), index)), 30);
            pictures.add(Files.readAllBytes(file));
        }
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** @param port 0 for any */
    static MjpegServer start(int port, Path folder) throws IOException {
        return start(port, folder, Packing.STANDARD);
    }

    static MjpegServer start(int port, Path folder, Packing packing) throws IOException {
        MjpegServer server = new MjpegServer(port, folder, packing);
        Thread.ofPlatform().daemon().name("mjpeg-server").start(server::accept);
        return server;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Keeps its connections but sends no more. */
    void fallSilent() {
        silent = true;
    }

    /** Breaks its connections and takes no new ones. */
    void die() throws IOException {
        listener.close();
        for (Socket client : clients) {
            client.close();
        }
    }

    @Override
    public void close() throws IOException {
        die();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                clients.add(client);
                Thread.ofPlatform().daemon().name("mjpeg-client").start(() -> serve(client));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void serve(Socket client) {
        try {
            OutputStream out = client.getOutputStream();
            out.write(ascii("HTTP/1.0 200 OK\r\nContent-Type: " + packing.contentType + "\r\n\r\n"));
            out.write(ascii(packing.opening));
            for (int index = 0;; index++) {
                if (!silent) {
                    byte[] picture = pictures.get(index % pictures.size());
                    out.write(ascii(packing.header.replace("%d", "" + picture.length)));
                    out.write(picture);
                    out.write(ascii(packing.closing));
                    out.flush();
                }
                Thread.sleep(PICTURE_MILLIS);
            }
        } catch (IOException | InterruptedException gone) {
            return;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
