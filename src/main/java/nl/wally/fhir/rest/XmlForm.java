package nl.wally.fhir.rest;

import static nl.wally.shared.Words.words;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.wally.shared.Place;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Words;

/**
 * Holds XML to https://hl7.org/fhir/R4/xml.html where HAPI is lenient: it takes elements of any namespace, and drops text
 * between elements in silence. Document types and their entities stay outside altogether.
 */
final class XmlForm {
    private static final String FHIR = "http://hl7.org/fhir";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final int DEEPEST = 100;

    private final XMLInputFactory factory = factory();

    /** Reads nothing but the text itself. */
    static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing is fetched");
        });
        return factory;
    }

    /** Refuses a body that is not one resource in proper XML; returns its type. */
    String requireResource(byte[] body) {
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(body), "UTF-8");
            Deque<String> namespaces = new ArrayDeque<>();
            String type = "";
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        namespaces.push(String.valueOf(reader.getNamespaceURI()));
                        element(namespaces);
                        type = type.isEmpty() ? reader.getLocalName() : type;
                    }
                    case XMLStreamConstants.END_ELEMENT -> namespaces.pop();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader, namespaces);
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw unreadable(words("Document types and entities are not accepted"));
                    default -> {
                        // Comments and processing instructions say nothing.
                    }
                }
            }
            return type;
        } catch (XMLStreamException malformed) {
            var at = malformed.getLocation();
            throw unreadable(
                    words("The body is no proper XML: check that it is well-formed and whole"),
                    at == null ? Place.UNKNOWN : new Place(at.getLineNumber(), at.getColumnNumber()));
        }
    }

    private static void element(Deque<String> namespaces) {
        if (namespaces.size() > DEEPEST) {
            throw unreadable(words("The body is nested deeper than {0} levels", DEEPEST));
        }
        if (!Set.of(FHIR, XHTML).contains(namespaces.getFirst()) || !FHIR.equals(namespaces.getLast())) {
            throw unreadable(words("Elements are in the namespace {0}", FHIR));
        }
    }

    private static void text(XMLStreamReader reader, Deque<String> namespaces) {
        if (!reader.isWhiteSpace() && !XHTML.equals(namespaces.peek())) {
            throw unreadable(words("Text belongs into attributes, or into the narrative"));
        }
    }

    private static RefusedException unreadable(Words explanation) {
        return unreadable(explanation, Place.UNKNOWN);
    }

    private static RefusedException unreadable(Words explanation, Place place) {
        return new RefusedException(List.of(new Refusal(Problem.UNREADABLE, "", explanation).at(place)));
    }
}
