package io.github.slitstream.media;

import io.github.slitstream.frame.FrameSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * A network camera: JPEGs of four colours (RFC 2435) and a square wave in G.711 (RFC 3551) over RTSP (RFC 2326), until
 * it is closed.
 */
public final class RtspServer implements AutoCloseable {
    static final FrameSize SIZE = new FrameSize(64, 64);
    /** Upper left, upper right, lower left, lower right. */
    static final List<Color> COLOURS = List.of(new Color(200, 40, 40), new Color(40, 180, 60),
            new Color(50, 60, 210), new Color(128, 128, 128));

    private static final int PICTURE_MILLIS = 20;
    private static final int PICTURE_TICKS = 1_800;
    private static final int MOMENTS = 160;
    private static final int MOST_PAYLOAD = 1_000;
    private static final int RTP_HEADER = 12;
    private static final int JPEG_TYPE = 26;
    private static final Pattern PORTS = Pattern.compile("client_port=(\\d+)");

    /**
     * How sound is coded: a type of RTP, its name, a byte and the level that it stands for; with the other sign without
     * its first bit.
     */
    enum Law {
        MU(0, "PCMU", 0x8f, 16_764 / 32_768.0), A(8, "PCMA", 0xa5, 16_896 / 32_768.0);

        private final int type;
        private final String text;
        private final int high;
        private final double level;

        Law(int type, String text, int high, double level) {
            this.type = type;
            this.text = text;
            this.high = high;
            this.level = level;
        }

        double level() {
            return level;
        }
    }

    /** Whether packets come on the connection itself, or each by itself. */
    enum Way { TCP, UDP }

    private final Law law;
    private final Way way;
    private final byte[] tables;
    private final byte[] scan;
    private final int subsampling;
    private final ServerSocket listener = new ServerSocket();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    private RtspServer(Law law, Way way) throws IOException {
        this.law = law;
        this.way = way;
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(picture(), "jpg", jpeg);
        ByteBuffer bytes = ByteBuffer.wrap(jpeg.toByteArray());
        byte[][] quantisation = new byte[2][64];
        int marker = bytes.getShort() & 0xffff;
        int sampling = 0;
        while (marker != 0xffda) {
            marker = bytes.getShort() & 0xffff;
            ByteBuffer segment = bytes.slice(bytes.position() + 2, bytes.getShort(bytes.position()) - 2);
            bytes.position(bytes.position() + 2 + segment.capacity());
            if (marker == 0xffc0) {
                sampling = segment.get(7);
            }
            while (marker == 0xffdb && segment.hasRemaining()) {
                segment.get(quantisation[segment.get()]);
            }
        }
        this.subsampling = sampling == 0x22 ? 1 : 0;
        this.tables = joined(quantisation[0], quantisation[1]);
        this.scan = Arrays.copyOfRange(bytes.array(), bytes.position(), bytes.capacity());
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    public static RtspServer start() throws IOException {
        return start(Law.MU, Way.TCP);
    }

    static RtspServer start(Law law, Way way) throws IOException {
        RtspServer server = new RtspServer(law, way);
        Thread.ofPlatform().daemon().name("rtsp-server").start(server::accept);
        return server;
    }

    public String address() {
        return "rtsp://127.0.0.1:" + listener.getLocalPort() + "/live";
    }

    /** Keeps its connections but sends no more. */
    void fallSilent() {
        silent = true;
    }

    @Override
    public void close() throws IOException {
        die();
    }

    /** Breaks its connections and takes no new ones. */
    void die() throws IOException {
        listener.close();
        for (Socket client : clients) {
            client.close();
        }
    }

    private static BufferedImage picture() {
        BufferedImage image = new BufferedImage(SIZE.width(), SIZE.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        for (int quarter = 0; quarter < COLOURS.size(); quarter++) {
            graphics.setColor(COLOURS.get(quarter));
            graphics.fillRect(quarter % 2 * SIZE.width() / 2, quarter / 2 * SIZE.height() / 2, SIZE.width() / 2,
                    SIZE.height() / 2);
        }
        graphics.dispose();
        return image;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                clients.add(client);
                Thread.ofPlatform().daemon().name("rtsp-client").start(() -> serve(client));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void serve(Socket client) {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
            int[] ports = {0, 0};
            while (true) {
                int first = in.readUnsignedByte();
                if (first == '$') { // what it says of packets it got
                    in.readUnsignedByte();
                    in.skipNBytes(in.readUnsignedShort());
                } else {
                    answer((char) first + request(in), client, socket, ports);
                }
            }
        } catch (IOException | InterruptedException gone) {
            return;
        }
    }

    private static String request(DataInputStream in) throws IOException {
        StringBuilder request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            request.append((char) in.readUnsignedByte());
        }
        return request.toString();
    }

    private void answer(String request, Socket client, DatagramSocket socket, int[] ports)
            throws IOException, InterruptedException {
        String method = request.substring(0, request.indexOf(' '));
        String number = request.replaceAll("(?s).*CSeq: *(\\d+).*", "$1");
        int track = request.startsWith("SETUP") && request.contains("/sound") ? 1 : 0;
        Matcher port = PORTS.matcher(request);
        boolean refused = method.equals("SETUP") && port.find() == (way == Way.TCP);
        if (method.equals("SETUP") && !refused) {
            ports[track] = way == Way.TCP ? 0 : Integer.parseInt(port.group(1));
        }
        String head = refused ? "461 Unsupported Transport" : "200 OK";
        String more = switch (method) {
            case "OPTIONS" -> "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n";
            case "DESCRIBE" -> "Content-Type: application/sdp\r\nContent-Length: " + description().length() + "\r\n";
            case "SETUP" -> refused ? "" : "Transport: " + transport(track, ports[track], socket) + "\r\n";
            default -> "";
        };
        send(client.getOutputStream(), ("RTSP/1.0 " + head + "\r\nCSeq: " + number + "\r\nSession: 1\r\n" + more
                + "\r\n" + (method.equals("DESCRIBE") ? description() : "")).getBytes(StandardCharsets.US_ASCII));
        if (method.equals("PLAY")) {
            Thread.ofPlatform().daemon().name("rtsp-play").start(() -> play(client, socket, ports));
        }
    }

    private String description() {
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=camera\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\na=control:*\r\n"
                + "m=video 0 RTP/AVP " + JPEG_TYPE + "\r\na=control:pictures\r\n"
                + "m=audio 0 RTP/AVP " + law.type + "\r\na=rtpmap:" + law.type + " " + law.text
                + "/8000\r\na=control:sound\r\n";
    }

    private String transport(int track, int port, DatagramSocket socket) {
        return way == Way.TCP
                ? "RTP/AVP/TCP;unicast;interleaved=" + 2 * track + "-" + (2 * track + 1)
                : "RTP/AVP;unicast;client_port=" + port + "-" + (port + 1) + ";server_port=" + socket.getLocalPort()
                        + "-" + (socket.getLocalPort() + 1);
    }

    private void play(Socket client, DatagramSocket socket, int[] ports) {
        int sent = 0;
        try {
            for (int index = 0;; index++) {
                if (!silent) {
                    for (int at = 0; at < scan.length; at += MOST_PAYLOAD) {
                        int end = Math.min(scan.length, at + MOST_PAYLOAD);
                        byte[] packet = packet(JPEG_TYPE, end == scan.length, sent++, index * PICTURE_TICKS,
                                joined(jpegHeader(at), Arrays.copyOfRange(scan, at, end)));
                        send(client, socket, 0, ports[0], packet);
                    }
                    send(client, socket, 1, ports[1], packet(law.type, false, index, index * MOMENTS, wave()));
                }
                Thread.sleep(PICTURE_MILLIS);
            }
        } catch (IOException | InterruptedException gone) {
            return;
        }
    }

    private byte[] jpegHeader(int at) {
        ByteBuffer header = ByteBuffer.allocate(at == 0 ? 12 : 8);
        header.putInt(at).put((byte) subsampling).put((byte) 255).put((byte) (SIZE.width() / 8))
                .put((byte) (SIZE.height() / 8));
        return at == 0 ? joined(header.putInt(tables.length).array(), tables) : header.array();
    }

    private byte[] wave() {
        byte[] wave = new byte[MOMENTS];
        Arrays.fill(wave, 0, MOMENTS / 2, (byte) law.high);
        Arrays.fill(wave, MOMENTS / 2, MOMENTS, (byte) (law.high & 0x7f));
        return wave;
    }

    private static byte[] packet(int type, boolean isLast, int number, int ticks, byte[] payload) {
        ByteBuffer header = ByteBuffer.allocate(RTP_HEADER);
        header.put((byte) 0x80).put((byte) (type | (isLast ? 0x80 : 0))).putShort((short) number).putInt(ticks)
                .putInt(type);
        return joined(header.array(), payload);
    }

    private void send(Socket client, DatagramSocket socket, int track, int port, byte[] packet) throws IOException {
        if (way == Way.UDP) {
            socket.send(new DatagramPacket(packet, packet.length, InetAddress.getLoopbackAddress(), port));
            return;
        }
        byte[] head = ByteBuffer.allocate(4).put((byte) '$').put((byte) (2 * track)).putShort((short) packet.length)
                .array();
        send(client.getOutputStream(), joined(head, packet));
    }

    /** Answers and packets come from two threads. */
    private static void send(OutputStream out, byte[] bytes) throws IOException {
        synchronized (out) {
            out.write(bytes);
            out.flush();
        }
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
