package nl.wally.fhir.rest;

import static nl.wally.shared.Words.words;

import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.wally.shared.Place;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Words;
import org.jspecify.annotations.Nullable;

/**
 * Holds XML to https://hl7.org/fhir/R4/xml.html where HAPI is lenient: it takes elements of any namespace, and drops text
 * between elements in silence. Document types and their entities stay outside altogether.
 */
final class XmlForm {
    private static final String FHIR = "http://hl7.org/fhir";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final int DEEPEST = 100;

    /** See https://hl7.org/fhir/R4/datatypes.html#decimal. */
    private static final Pattern DECIMAL =
            Pattern.compile("-?(?:0|[1-9][0-9]{0,99})(?:\\.[0-9]{1,100})?(?:[eE][+-]?[0-9]{1,10})?");

    private final XMLInputFactory factory = factory();
    private final FhirContext context;

    XmlForm(FhirContext context) {
        this.context = context;
    }

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
            Deque<Optional<BaseRuntimeElementDefinition<?>>> definitions = new ArrayDeque<>();
            String type = "";
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        namespaces.push(String.valueOf(reader.getNamespaceURI()));
                        element(namespaces);
                        definitions.push(definition(reader.getLocalName(), definitions.peek()));
                        number(reader, definitions.getFirst());
                        type = type.isEmpty() ? reader.getLocalName() : type;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        namespaces.pop();
                        definitions.pop();
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader, namespaces);
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw unreadable(words("Document types and entities are not accepted"));
                    default -> {
                        // Comments and processing instructions say nothing.
                    }
                }
            }
            return type;
        } catch (MissingResourceException stumbled) {
            // Of the JDK's reader, which has no words for some faults in a document type.
            throw unreadable(words("Document types and entities are not accepted"));
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

    /** What this element is; empty where FHIR has none, which the parser will say. */
    private Optional<BaseRuntimeElementDefinition<?>> definition(
            String name, @Nullable Optional<BaseRuntimeElementDefinition<?>> parent) {
        if (!name.isEmpty() && Character.isUpperCase(name.charAt(0))) {
            try {
                return Optional.of(context.getResourceDefinition(name));
            } catch (DataFormatException unknownType) {
                return Optional.empty();
            }
        }
        if (name.equals("extension") || name.equals("modifierExtension")) {
            // Also in a primitive value, of whose children HAPI has no definition.
            return Optional.ofNullable(context.getElementDefinition("Extension"));
        }
        return parent == null
                ? Optional.empty()
                : parent.flatMap(definition -> Optional.ofNullable(definition.getChildByName(name)))
                        .map(child -> child.getChildByName(name));
    }

    private static void number(XMLStreamReader reader, Optional<BaseRuntimeElementDefinition<?>> definition) {
        String value = reader.getAttributeValue(null, "value");
        if (value != null
                && definition.filter(one -> one.getName().equals("decimal")).isPresent()) {
            // What JSON would not take as a number could be stored, and never be read again.
            if (!DECIMAL.matcher(value).matches()) {
                throw unreadable(words("A value does not have the form of its type"));
            }
            JsonForm.requireWritable(value);
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
