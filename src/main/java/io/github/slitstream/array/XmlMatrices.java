package io.github.slitstream.array;

import io.github.slitstream.file.Yaml;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Gathers the texts of all matrices in an XML file of OpenCV. */
final class XmlMatrices extends DefaultHandler {
    /** Stands before the tag of a text in base64. */
    static final String IN_BASE64 = "base64 ";

    private final Map<String, Map<String, StringBuilder>> byPath = new LinkedHashMap<>();
    private final Deque<Level> open = new ArrayDeque<>();
    private @Nullable Locator locator;

    /** An element that has begun. */
    private static final class Level {
        private final String path;
        /** Of the matrix that this element is, or lies in: the texts by tag. */
        private final @Nullable Map<String, StringBuilder> parts;
        private final StringBuilder text;
        private int unnamed;

        Level(String path, @Nullable Map<String, StringBuilder> parts, StringBuilder text) {
            this.path = path;
            this.parts = parts;
            this.text = text;
        }

        /** Elements of a list are all called {@code _}; they go by their number. */
        String inner(String tag) {
            String name = tag.equals("_") ? Integer.toString(unnamed++) : tag;
            return path.isEmpty() ? name : path + "/" + name;
        }
    }

    /** The texts of each matrix by tag, such as {@code rows}; those inside of others are called {@code outer/inner}. */
    Map<String, Map<String, StringBuilder>> byPath() {
        return byPath;
    }

    @Override
    public void setDocumentLocator(Locator here) {
        locator = here;
    }

    @Override
    public void startElement(String uri, String localName, String tag, Attributes attributes) throws SAXException {
        if (open.size() == Yaml.DEEPEST) {
            throw new SAXParseException("elements lie more than " + Yaml.DEEPEST
                    + " deep in one another, which is the most that is allowed", locator);
        }
        open.push(level(tag, attributes));
    }

    private Level level(String tag, Attributes attributes) {
        Level outer = open.peek();
        if (outer == null) {
            return new Level("", null, new StringBuilder());
        }
        if (outer.parts != null) {
            StringBuilder text = new StringBuilder();
            outer.parts.putIfAbsent("binary".equals(attributes.getValue("type_id")) ? IN_BASE64 + tag : tag, text);
            return new Level(outer.path, outer.parts, text);
        }
        String path = outer.inner(tag);
        Map<String, StringBuilder> parts = null;
        if ("opencv-matrix".equals(attributes.getValue("type_id"))) {
            parts = new LinkedHashMap<>();
            byPath.put(path, parts);
        }
        return new Level(path, parts, new StringBuilder());
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        Level inner = open.peek();
        if (inner != null && inner.parts != null) {
            inner.text.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String localName, String tag) {
        open.pop();
    }
}
