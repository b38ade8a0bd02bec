package nl.wally.fhir.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.wally.fhir.NumberForm;
import org.springframework.stereotype.Component;

/** Searches for a number that somebody has typed as for the one that is stored. */
@Component
class TypedNumbers {
    private static final String IDENTIFIER = "identifier";

    /** A comma between values, see https://hl7.org/fhir/R4/search.html#escaping. */
    private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");

    private final List<NumberForm> forms;

    TypedNumbers(List<NumberForm> forms) {
        this.forms = forms;
    }

    Query asStored(Query query) {
        if (!query.criteria().containsKey(IDENTIFIER)) {
            return query;
        }
        Map<String, List<String>> criteria = new TreeMap<>(query.criteria());
        criteria.computeIfPresent(
                IDENTIFIER,
                (name, values) -> values.stream().map(this::eachAsStored).toList());
        return query.with(criteria);
    }

    private String eachAsStored(String values) {
        return Arrays.stream(COMMA.split(values, -1)).map(this::asStored).collect(Collectors.joining(","));
    }

    private String asStored(String value) {
        int bar = value.indexOf('|');
        String number = value.substring(bar + 1);
        if (number.isBlank()) {
            return value;
        }
        return forms.stream()
                .filter(form -> bar < 0 ? form.isMeant(number) : form.system().equals(value.substring(0, bar)))
                .findFirst()
                .map(form -> value.substring(0, bar + 1) + form.stored(number))
                .orElse(value);
    }
}
