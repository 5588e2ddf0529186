package io.github.slitstream.rig;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A sparse model that COLMAP exported as text: a folder with {@code cameras.txt} (lenses) and {@code images.txt} (one
 * pose for each picture; world to camera, quaternion qw qx qy qz, then translation). Each picture becomes a camera, in
 * the order of the file. The centre of the upper left pixel is (0.5, 0.5), as in COLMAP. The pictures themselves are
 * looked for beside the model and where COLMAP's own commands put them: in {@code images}, beside the model or up to
 * two folders above it ({@code sparse/0}).
 */
final class ColmapModel {
    static final String LENSES = "cameras.txt";
    static final String IMAGES = "images.txt";
    private static final String BINARY = "cameras.bin";
    private static final List<String> PICTURES = List.of("", "images", "../images", "../../images");
    private static final double FIRST_PIXEL = 0.5;

    /** COLMAP's models that are a pinhole with or without distortion: how many focal lengths begin their parameters. */
    private static final Map<String, Integer> FOCAL_LENGTHS = Map.of("SIMPLE_PINHOLE", 1, "PINHOLE", 2, "SIMPLE_RADIAL",
            1, "RADIAL", 1, "OPENCV", 2, "FULL_OPENCV", 2);
    private static final Set<String> WITHOUT_DISTORTION = Set.of("SIMPLE_PINHOLE", "PINHOLE");

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** So many words tell points from a picture, whose line has ten, its name the last of them. */
    private static final int TELLING_WORDS = 12;

    private final Path folder;
    /** By id. A lens that no picture uses may be of any model, so they are read when they are used. */
    private final Map<String, Line> lenses = new HashMap<>();
    private final Set<String> distorted = new TreeSet<>();

    private record Lens(double focalX, double focalY, double centreX, double centreY, int width, int height) {
        double[] intrinsics() {
            return new double[]{focalX, 0, centreX, 0, focalY, centreY, 0, 0, 1};
        }
    }

    /** A line that says something, with its place for messages. */
    private record Line(String place, List<String> words) {
        double number(int i) throws IOException {
            try {
                return Double.parseDouble(words.get(i));
            } catch (NumberFormatException e) {
                throw new IOException(place + ": '" + words.get(i) + "' is no number; export the model anew", e);
            }
        }

        int side(int i) throws IOException {
            double side = number(i);
            if (side >= 1 && side <= Integer.MAX_VALUE && side == Math.rint(side)) {
                return (int) side;
            }
            throw new IOException(place + ": '" + words.get(i) + "' is no width or height; export the model anew");
        }
    }

    private ColmapModel(Path folder) {
        this.folder = folder;
    }

    static CameraRig read(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(LENSES)) || !Files.exists(folder.resolve(IMAGES))) {
            throw new IOException(folder + (Files.exists(folder.resolve(BINARY))
                    ? " is a binary COLMAP model; export it with: colmap model_converter --output_type TXT"
                    : " is no COLMAP model: " + LENSES + " and " + IMAGES + " must be in it"));
        }
        return new ColmapModel(folder).read();
    }

    private CameraRig read() throws IOException {
        try {
            readLenses();
            List<Camera> cameras = readImages();
            if (cameras.isEmpty()) {
                throw new IOException(folder.resolve(IMAGES) + " has no picture; export the model anew");
            }
            return new CameraRig(cameras, distorted.isEmpty()
                    ? List.of()
                    : List.of("lens distortion (" + String.join(", ", distorted)
                            + ") is left out; undistort the pictures with colmap image_undistorter to be exact"));
        } catch (CharacterCodingException binary) {
            throw new IOException(folder + " holds no text in UTF-8; export the model as text", binary);
        }
    }

    private void readLenses() throws IOException {
        Path file = folder.resolve(LENSES);
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            LineCounter lines = new LineCounter(reader, file);
            for (Line line = lines.next(0); line != null; line = lines.next(0)) {
                if (line.words.size() < 4) {
                    throw new IOException(line.place + ": a camera is CAMERA_ID MODEL WIDTH HEIGHT PARAMS[]");
                }
                lenses.put(line.words.get(0), line);
            }
        }
    }

    private Lens lens(Line line) throws IOException {
        String model = line.words.get(1);
        Integer focalLengths = FOCAL_LENGTHS.get(model);
        if (focalLengths == null) {
            throw new IOException(line.place + ": the camera model " + model + " has no pinhole part; undistort the"
                    + " pictures with: colmap image_undistorter");
        }
        int centre = 4 + focalLengths;
        if (line.words.size() < centre + 2) {
            throw new IOException(line.place + ": the camera model " + model + " needs more parameters");
        }
        if (!WITHOUT_DISTORTION.contains(model)) {
            distorted.add(model);
        }
        return new Lens(line.number(4), line.number(centre - 1), line.number(centre), line.number(centre + 1),
                line.side(2), line.side(3));
    }

    /** A picture takes two lines, of which the second, its points, may be empty; people leave it out. */
    private List<Camera> readImages() throws IOException {
        Path file = folder.resolve(IMAGES);
        List<Camera> cameras = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            LineCounter lines = new LineCounter(reader, file);
            for (Line line = lines.next(10); line != null; line = lines.next(10)) {
                if (line.words.size() < 10) {
                    throw new IOException(line.place + ": a picture is IMAGE_ID QW QX QY QZ TX TY TZ CAMERA_ID NAME");
                }
                cameras.add(camera(line));
                lines.skipPoints();
            }
        }
        return cameras;
    }

    private Camera camera(Line line) throws IOException {
        Line lensLine = lenses.get(line.words.get(8));
        if (lensLine == null) {
            throw new IOException(line.place + ": there is no camera " + line.words.get(8) + " in " + LENSES);
        }
        Lens lens = lens(lensLine);
        try {
            double[] rotation = Rotation.ofQuaternion(line.number(1), line.number(2), line.number(3), line.number(4));
            double[] translation = {line.number(5), line.number(6), line.number(7)};
            String name = line.words.get(9);
            return new Camera(name, ProjectionMatrix.of(lens.intrinsics(), rotation, translation),
                    new CameraPicture(address(name), lens.width, lens.height, FIRST_PIXEL));
        } catch (IllegalArgumentException e) {
            throw new IOException(line.place + ": " + e.getMessage(), e);
        }
    }

    private String address(String name) {
        return PICTURES.stream().map(place -> folder.toAbsolutePath().resolve(place).resolve(name).normalize())
                .filter(Files::isRegularFile).findFirst().map(Path::toString).orElse("");
    }

    private static final class LineCounter {
        private final BufferedReader reader;
        private final Path file;
        /** Read ahead: it begins the next picture. */
        private @Nullable String held;
        private int number;

        LineCounter(BufferedReader reader, Path file) {
            this.reader = reader;
            this.file = file;
        }

        /**
         * The next line that is neither blank nor a comment, null at the end. At most so many words, blanks in the last
         * one, if not 0.
         */
        @Nullable
        Line next(int words) throws IOException {
            for (String line = read(); line != null; line = read()) {
                String text = line.strip();
                if (!text.isEmpty() && !text.startsWith("#")) {
                    return new Line(file + ":" + number, List.of(text.split("\\s+", words)));
                }
            }
            return null;
        }

        /** Passes over the points of a picture: nothing, or triples of numbers. */
        void skipPoints() throws IOException {
            String line = read();
            if (line != null && !isPoints(line.strip())) {
                held = line;
                number--;
            }
        }

        private static boolean isPoints(String line) {
            List<String> words = List.of(line.split("\\s+", TELLING_WORDS + 1));
            List<String> first = words.subList(0, Math.min(words.size(), TELLING_WORDS));
            return line.isEmpty() || (first.size() % 3 == 0 && first.stream().allMatch(LineCounter::isNumber));
        }

        private static boolean isNumber(String word) {
            try {
                return !Double.isNaN(Double.parseDouble(word));
            } catch (NumberFormatException none) {
                return false;
            }
        }

        private @Nullable String read() throws IOException {
            String line = held == null ? reader.readLine() : held;
            held = null;
            boolean marked = number++ == 0 && line != null && line.startsWith(BYTE_ORDER_MARK);
            return marked ? line.substring(1) : line;
        }
    }
}
