package nl.wally.team;

import java.util.Locale;

/** What somebody is in a practice's team; CodeSystem {@code waw-team-role}. */
enum TeamRole {
    /** The fixed Wally; where the practices are divided it may be a coach. */
    CONTACT,
    /** Who stands in for illness and holidays. */
    SUBSTITUTE,
    /** The wellbeing coach, a second contact point in way of working B. */
    COACH,
    /** The organisation whose coordinator looks after this team. */
    COORDINATION;

    /** The code in the CodeSystem. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
