package nl.wally.access;

import java.util.regex.Pattern;

/** The form of the references that a token or a client may carry: relative, without a version. */
public final class References {
    private static final String ID = "/[A-Za-z0-9\\-.]{1,64}";
    private static final Pattern ORGANIZATION = Pattern.compile("Organization" + ID);
    private static final Pattern PRACTITIONER_ROLE = Pattern.compile("PractitionerRole" + ID);

    private References() {}

    public static boolean isOrganization(String reference) {
        return ORGANIZATION.matcher(reference).matches();
    }

    public static boolean isPractitionerRole(String reference) {
        return PRACTITIONER_ROLE.matcher(reference).matches();
    }
}
