package io.github.slitstream.array;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** {@code FileStorage} as XML. Entities from outside are not followed. */
final class XmlStorage {
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private final Path file;
    private final Map<String, StoredMatrix> matrices = new LinkedHashMap<>();

    private XmlStorage(Path file) {
        this.file = file;
    }

    static Map<String, StoredMatrix> parse(String text, Path file) throws IOException {
        XmlStorage storage = new XmlStorage(file);
        try {
            storage.collect("", parser().parse(new InputSource(new StringReader(text))).getDocumentElement());
        } catch (SAXParseException e) {
            throw new IOException(file + ":" + e.getLineNumber() + ": not XML: " + e.getMessage()
                    + "; write the file anew with OpenCV's FileStorage", e);
        } catch (SAXException e) {
            throw new IOException(file + " is not XML: " + e.getMessage(), e);
        }
        return storage.matrices;
    }

    private static DocumentBuilder parser() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler());
            return parser;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("Java's own XML parser knows these features", impossible);
        }
    }

    /** Elements of a list are all called {@code _}; they go by their number. */
    private void collect(String outer, Element element) throws IOException {
        int number = 0;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                String name = inner.getTagName().equals("_") ? Integer.toString(number++) : inner.getTagName();
                String path = outer.isEmpty() ? name : outer + "/" + name;
                if (inner.getAttribute("type_id").equals("opencv-matrix")) {
                    matrices.put(path, matrix(path, inner));
                } else {
                    collect(path, inner);
                }
            }
        }
    }

    private StoredMatrix matrix(String name, Element element) throws IOException {
        try {
            String data = text(name, element, "data");
            String[] words = data.isEmpty() ? new String[0] : data.split("\\s+");
            double[] numbers = new double[words.length];
            for (int i = 0; i < words.length; i++) {
                numbers[i] = YamlText.number(words[i]);
            }
            return FileStorage.matrix(name, Integer.parseInt(text(name, element, "rows")),
                    Integer.parseInt(text(name, element, "cols")), text(name, element, "dt"), numbers,
                    file.toString());
        } catch (NumberFormatException e) {
            throw new IOException(file + ": in the matrix '" + name + "' something is no number: " + e.getMessage(), e);
        }
    }

    private String text(String name, Element matrix, String tag) throws IOException {
        Node found = matrix.getElementsByTagName(tag).item(0);
        if (found == null) {
            throw new IOException(file + ": the matrix '" + name + "' has no <" + tag + ">");
        }
        return found.getTextContent().strip();
    }
}
