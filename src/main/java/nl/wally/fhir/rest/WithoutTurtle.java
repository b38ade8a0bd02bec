package nl.wally.fhir.rest;

import ca.uhn.fhir.rest.api.EncodingEnum;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A request that does not accept Turtle: HAPI would take it for the best that is asked, and cannot write it without a library that
 * is not on board. Who accepts something else as well gets that.
 */
class WithoutTurtle extends HttpServletRequestWrapper {
    private static final String ACCEPT = "Accept";

    /** HAPI looks for types between all else, also in a parameter that has quotation marks. */
    private static final Pattern NO_TYPE = Pattern.compile("[^a-zA-Z0-9+.*/-]+");

    WithoutTurtle(HttpServletRequest request) {
        super(request);
    }

    /** Whether HAPI understands a content type, or a value of {@code _format}, as Turtle. */
    static boolean isTurtle(String type) {
        return EncodingEnum.forContentType(type) == EncodingEnum.RDF;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        Enumeration<String> sent = super.getHeaders(name);
        return name.equalsIgnoreCase(ACCEPT)
                ? Collections.enumeration(Collections.list(sent).stream()
                        .map(WithoutTurtle::others)
                        .toList())
                : sent;
    }

    private static String others(String accepted) {
        List<String> others = Arrays.stream(accepted.split(","))
                .filter(part -> NO_TYPE.splitAsStream(part).noneMatch(WithoutTurtle::isTurtle))
                .toList();
        return String.join(",", others);
    }
}
