package nl.wally.fhir.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.wally.shared.Place;

/** Where each element of a body stands. It is drawn only of what was refused, after it was found to be well-formed. */
final class BodyMap {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern SEGMENT = Pattern.compile("([A-Za-z]+)(?:\\[(\\d+)])?");

    private Place place;
    private final Map<String, List<BodyMap>> children = new HashMap<>();

    private BodyMap(Place place) {
        this.place = place;
    }

    static BodyMap ofJson(byte[] body) throws IOException {
        try (JsonParser parser = JSON.createParser(new String(body, StandardCharsets.UTF_8))) {
            parser.nextToken();
            return value(parser);
        }
    }

    static BodyMap ofXml(byte[] body) throws XMLStreamException {
        XMLStreamReader reader = XmlForm.factory().createXMLStreamReader(new ByteArrayInputStream(body), "UTF-8");
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            // Up to the root.
        }
        return element(reader);
    }

    /** Where the element stands, or the nearest one around it that is there: of what is missing, where it belongs. */
    Place of(String expression) {
        String plain = expression.replaceAll("\\.ofType\\(\\w+\\)|/\\*.*?\\*/", "");
        BodyMap found = this;
        Matcher segments = SEGMENT.matcher(plain);
        for (MatchResult segment : segments.results().skip(1).toList()) {
            List<BodyMap> named = found.named(segment.group(1));
            int index = segment.group(2) == null ? 0 : Integer.parseInt(segment.group(2));
            if (index >= named.size()) {
                break;
            }
            found = named.get(index);
        }
        return found.place;
    }

    private List<BodyMap> named(String name) {
        List<BodyMap> exactly = children.get(name);
        return exactly != null
                ? exactly
                : children.entrySet().stream()
                        // A choice of types, such as value, is written with its type: valueString.
                        .filter(child -> child.getKey().matches(name + "[A-Z]\\w*"))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(List.of());
    }

    private void add(String name, BodyMap child) {
        if (Character.isUpperCase(name.charAt(0))) {
            // In XML a resource inside a resource has an element of its own, in paths it has not.
            place = child.place;
            children.putAll(child.children);
        } else {
            children.computeIfAbsent(name, any -> new ArrayList<>()).add(child);
        }
    }

    private static BodyMap value(JsonParser parser) throws IOException {
        JsonLocation at = parser.currentTokenLocation();
        var map = new BodyMap(new Place(at.getLineNr(), at.getColumnNr()));
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            parser.skipChildren();
            return map;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return map;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            boolean many = parser.nextToken() == JsonToken.START_ARRAY;
            while (!many || parser.nextToken() != JsonToken.END_ARRAY) {
                BodyMap child = value(parser);
                if (SEGMENT.matcher(name).matches()) {
                    map.children.computeIfAbsent(name, any -> new ArrayList<>()).add(child);
                }
                if (!many) {
                    break;
                }
            }
        }
        return map;
    }

    private static BodyMap element(XMLStreamReader reader) throws XMLStreamException {
        var map = new BodyMap(new Place(
                reader.getLocation().getLineNumber(), reader.getLocation().getColumnNumber()));
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = reader.getLocalName();
                map.add(name, element(reader));
            }
        }
        return map;
    }
}
