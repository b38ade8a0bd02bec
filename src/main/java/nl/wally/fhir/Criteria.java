package nl.wally.fhir;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.ParamPrefixEnum;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.time.Instant;
import java.util.Date;

/** What the server itself looks for in the {@link Store}: all criteria hold at once. */
public final class Criteria {
    private final SearchParameterMap parameters = new SearchParameterMap();

    private Criteria() {}

    /** Resources of which this search parameter refers to, for instance, {@code Organization/practice-1}. */
    public static Criteria reference(String parameter, String reference) {
        var criteria = new Criteria();
        criteria.parameters.add(parameter, new ReferenceParam(reference));
        return criteria;
    }

    /** Resources of which this search parameter has one of these codes. */
    public static Criteria code(String parameter, String... codes) {
        var criteria = new Criteria();
        var any = new TokenOrListParam();
        for (String code : codes) {
            any.add(new TokenParam(code));
        }
        criteria.parameters.add(parameter, any);
        return criteria;
    }

    /** And this search parameter has a date. */
    public Criteria andAnyDate(String parameter) {
        parameters.add(parameter, new DateParam("ge1900-01-01"));
        return this;
    }

    /** And this search parameter has this moment, or a later one. */
    public Criteria andFrom(String parameter, Instant moment) {
        parameters.add(parameter, new DateParam(ParamPrefixEnum.GREATERTHAN_OR_EQUALS, Date.from(moment)));
        return this;
    }

    /** And this search parameter has this code. */
    public Criteria andCode(String parameter, String code) {
        parameters.add(parameter, new TokenParam(code));
        return this;
    }

    SearchParameterMap parameters() {
        return parameters;
    }
}
