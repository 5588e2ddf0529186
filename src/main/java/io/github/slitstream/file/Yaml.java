package io.github.slitstream.file;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** YAML, and JSON as part of it, as people hand it in: whatever it holds, reading it ends, and soon. */
public final class Yaml {
    /** Lists, maps or elements that may lie in one another. No file that is meant comes near. */
    public static final int DEEPEST = 64;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Yaml() {}

    /**
     * The root of a text, null if there is nothing in it. Nodes lie within {@value #DEEPEST} collections, so that they
     * may be walked through by recursion, and none contains itself. A byte order mark at the beginning is passed over.
     *
     * @throws BadYaml if it is not YAML, or nested deeper, or its aliases stand for too much
     */
    public static @Nullable Node compose(String text) throws BadYaml {
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        String content = marked ? text.substring(1) : text;
        // Read at once: the library stumbles over a character of two halves where one of its buffers ends.
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE - 1)
                .setBufferSize(content.length() + 1).build();
        try {
            ParserImpl parser = new ParserImpl(settings, new StreamReader(settings, content));
            return new Composer(settings, new BoundedParser(parser)).getSingleNode().orElse(null);
        } catch (BoundedParser.Exceeded e) {
            throw new BadYaml(e.line(), e.reason());
        } catch (MarkedYamlEngineException e) {
            throw new BadYaml(1 + e.getProblemMark().map(Mark::getLine).orElse(0), "not YAML: " + e.getProblem());
        } catch (ReaderException e) {
            int line = 1 + (int) content.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count();
            throw new BadYaml(line,
                    String.format("not YAML: the character U+%04X must not stand there", e.getCodePoint()));
        } catch (YamlEngineException e) {
            throw new BadYaml(1, "not YAML: " + e.getMessage());
        }
    }
}
