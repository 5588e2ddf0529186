package io.github.slitstream.array;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a {@code .npy} header: a Python dictionary of exactly three entries, in any order, {@code {'descr':
 * '<f8', 'fortran_order': False, 'shape': (3, 4), }}. Nothing is ever evaluated or unpickled.
 */
final class NpyHeaderText {
    private static final Pattern KEY = Pattern.compile("\\G\\s*(?:'(\\w+)'|\"(\\w+)\")\\s*:\\s*");
    private static final Pattern TYPE = Pattern.compile("\\G(?:'([^']*)'|\"([^\"]*)\")");
    private static final Pattern TRUTH = Pattern.compile("\\G(True|False)");
    /** Python 2 wrote long numbers with an L behind them. */
    private static final Pattern TUPLE = Pattern.compile("\\G\\(\\s*((?:\\d+L?\\s*,\\s*)*)(\\d+L?\\s*)?\\)");
    private static final Pattern SIZE = Pattern.compile("\\d+");
    private static final Pattern SEPARATOR = Pattern.compile("\\G\\s*(,\\s*)?");
    private static final Pattern NUMBER_TYPE = Pattern.compile("([<>|])(\\w+)");

    private final String text;
    private final Path file;
    private int at;
    private @Nullable String type;
    private @Nullable Boolean fortranOrder;
    private @Nullable Shape shape;

    NpyHeaderText(String text, Path file) {
        this.text = text;
        this.file = file;
    }

    NpyHeader header() throws IOException {
        if (!text.startsWith("{")) {
            throw damaged();
        }
        at = 1;
        boolean separated = true;
        while (at < text.length() && text.charAt(at) != '}') {
            if (!separated) {
                throw damaged();
            }
            entry();
            separated = expect(SEPARATOR).group(1) != null;
        }
        if (at == text.length() || !text.substring(at + 1).isBlank() || type == null || fortranOrder == null
                || shape == null) {
            throw damaged();
        }
        return typed(type, fortranOrder, shape);
    }

    private void entry() throws IOException {
        Matcher key = expect(KEY);
        String name = key.group(1) == null ? key.group(2) : key.group(1);
        switch (name) {
            case "descr" -> type = once(type, typeText());
            case "fortran_order" -> fortranOrder = once(fortranOrder, expect(TRUTH).group(1).equals("True"));
            case "shape" -> shape = once(shape, sizes(expect(TUPLE)));
            default -> throw damaged();
        }
    }

    private <T> T once(@Nullable T before, T now) throws IOException {
        if (before != null) {
            throw damaged();
        }
        return now;
    }

    private String typeText() throws IOException {
        if (at < text.length() && (text.charAt(at) == '[' || text.charAt(at) == '(' || text.charAt(at) == '{')) {
            throw new IOException(
                    file + " holds records of several fields; save one of them, "
                            + "as numpy.save(FILE, array['name']) does");
        }
        Matcher quoted = expect(TYPE);
        return quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
    }

    private Shape sizes(Matcher tuple) throws IOException {
        if (tuple.group(1).isEmpty() && tuple.group(2) != null) {
            throw damaged(); // (3) is a number in Python, (3,) a tuple
        }
        try {
            return Shape.of(SIZE.matcher(tuple.group()).results().flatMapToLong(
                    size -> LongStream.of(Long.parseLong(size.group()))).toArray());
        } catch (NumberFormatException | ArithmeticException tooLarge) {
            throw damaged();
        }
    }

    private NpyHeader typed(String descr, boolean fortran, Shape sizes) throws IOException {
        if (descr.startsWith("|O") || descr.startsWith("O")) {
            throw new IOException(
                    file + " holds pickled Python objects, which are never loaded here, since that may run"
                            + " anything; save numbers, as numpy.save(FILE, array.astype(float)) does");
        }
        Matcher parts = NUMBER_TYPE.matcher(descr);
        Optional<ElementType> found = parts.matches() ? ElementType.byCode(parts.group(2)) : Optional.empty();
        if (found.isEmpty() || (found.get().bytes() > 1 && parts.group(1).equals("|"))) {
            throw new IOException(file + " holds elements of type '" + descr + "'; those read here are "
                    + ElementType.codes() + ": save it so, as numpy.save(FILE, array.astype('f8')) does");
        }
        ByteOrder order = parts.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new NpyHeader(found.get(), order, fortran, sizes);
    }

    private Matcher expect(Pattern pattern) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find(at)) {
            throw damaged();
        }
        at = matcher.end();
        return matcher;
    }

    private IOException damaged() {
        return new IOException(file + " has a damaged header; copy it again or save it anew with numpy.save");
    }
}
