package io.github.slitstream.array;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** {@code FileStorage} as XML. Entities from outside are not followed. */
final class XmlStorage {
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private final Path file;

    private XmlStorage(Path file) {
        this.file = file;
    }

    static Map<String, StoredMatrix> parse(String text, Path file) throws IOException {
        XmlMatrices written = new XmlMatrices();
        try {
            parser().parse(new InputSource(new StringReader(text)), written);
        } catch (SAXParseException e) {
            throw new IOException(file + ":" + e.getLineNumber() + ": not XML: " + e.getMessage()
                    + "; write the file anew with OpenCV's FileStorage", e);
        } catch (SAXException e) {
            throw new IOException(file + " is not XML: " + e.getMessage(), e);
        }
        XmlStorage storage = new XmlStorage(file);
        Map<String, StoredMatrix> matrices = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, StringBuilder>> matrix : written.byPath().entrySet()) {
            matrices.put(matrix.getKey(), storage.matrix(matrix.getKey(), matrix.getValue()));
        }
        return matrices;
    }

    private static SAXParser parser() throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            return factory.newSAXParser();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("Java's own XML parser knows these features", impossible);
        }
    }

    private StoredMatrix matrix(String name, Map<String, StringBuilder> parts) throws IOException {
        try {
            StringBuilder base64 = parts.get(XmlMatrices.IN_BASE64 + "data");
            double[] numbers = base64 == null
                    ? numbers(part(name, parts, "data"))
                    : Base64Numbers.decode(base64.toString(), file + ": in the matrix '" + name + "'");
            return FileStorage.matrix(name, Integer.parseInt(part(name, parts, "rows")),
                    Integer.parseInt(part(name, parts, "cols")), part(name, parts, "dt"), numbers, file.toString());
        } catch (NumberFormatException e) {
            throw new IOException(file + ": in the matrix '" + name + "' something is no number: " + e.getMessage(), e);
        }
    }

    private static double[] numbers(String data) {
        String[] words = data.isEmpty() ? new String[0] : data.split("\\s+");
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = YamlText.number(words[i]);
        }
        return numbers;
    }

    private String part(String name, Map<String, StringBuilder> parts, String tag) throws IOException {
        StringBuilder found = parts.get(tag);
        if (found == null) {
            throw new IOException(file + ": the matrix '" + name + "' has no <" + tag + ">");
        }
        return found.toString().strip();
    }
}
