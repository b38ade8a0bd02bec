package nl.wally.reporting;

import static nl.wally.shared.Words.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.wally.reporting.Breakdown.Contact;
import nl.wally.reporting.Breakdown.Ending;
import nl.wally.reporting.Breakdown.Read;
import nl.wally.reporting.Breakdown.Weeks;
import nl.wally.shared.Words;

/** The few numbers that everybody asks for first, worked out of the published tables alone. */
final class Headlines {
    private static final List<String> TRIED_IN_TIME = List.of(
            Contact.REACHED_1,
            Contact.REACHED_2,
            Contact.REACHED_5,
            Contact.REACHED_10,
            Contact.REACHED_LATER,
            Contact.NOT_REACHED);

    /** By working days. */
    private static final SortedMap<Integer, List<String>> REACHED = new TreeMap<>(Map.of(
            1, List.of(Contact.REACHED_1),
            2, List.of(Contact.REACHED_1, Contact.REACHED_2),
            5, List.of(Contact.REACHED_1, Contact.REACHED_2, Contact.REACHED_5),
            10,
                    List.of(
                            Contact.REACHED_1,
                            Contact.REACHED_2,
                            Contact.REACHED_5,
                            Contact.REACHED_10,
                            Contact.REACHED_10_LATE)));

    /** By weeks. */
    private static final SortedMap<Integer, List<String>> TOLD = new TreeMap<>(Map.of(
            2, Weeks.ALL.subList(0, 1),
            4, Weeks.ALL.subList(0, 2),
            8, Weeks.ALL.subList(0, 3),
            13, Weeks.ALL.subList(0, 4)));

    private static final int HALF = 50;
    private static final int NEARLY_ALL = 90;

    private Headlines() {}

    /** A number and what it is of. */
    record Headline(Words what, Words says) {}

    static List<Headline> of(Map<Breakdown, List<Group>> tables) {
        List<Headline> headlines = new ArrayList<>();
        List<Group> contact = tables.getOrDefault(Breakdown.CONTACT, List.of());
        headlines.add(new Headline(words("Referrals"), Words.same(Integer.toString(Share.sum(contact)))));
        headlines.add(
                new Headline(words("First attempt within 5 working days"), share(Share.of(contact, TRIED_IN_TIME))));
        headlines.add(new Headline(words("Half of the people were reached"), days(contact, HALF)));
        headlines.add(new Headline(words("Nine in ten people were reached"), days(contact, NEARLY_ALL)));
        headlines.add(new Headline(
                words("Completed, with feedback to the GP"),
                share(Share.of(tables.getOrDefault(Breakdown.ENDING, List.of()), List.of(Ending.COMPLETED)))));
        List<Group> feedback = tables.getOrDefault(Breakdown.FEEDBACK, List.of());
        if (!feedback.isEmpty()) {
            headlines.add(new Headline(words("Half of the feedback was there"), weeks(feedback, HALF)));
            headlines.add(
                    new Headline(words("Nine in ten letters of feedback were there"), weeks(feedback, NEARLY_ALL)));
            headlines.add(new Headline(
                    words("Feedback received by the practice"),
                    share(Share.of(
                            tables.getOrDefault(Breakdown.READING, List.of()),
                            List.of(Read.CONFIRMED, Read.FETCHED)))));
        }
        return List.copyOf(headlines);
    }

    private static Words share(Share share) {
        if (share.atMost() - share.atLeast() <= 1) {
            return words("{0}%", share.atLeast());
        }
        return words("{0}% to {1}%", share.atLeast(), share.atMost());
    }

    private static Words days(List<Group> groups, int percent) {
        return Share.within(groups, REACHED, percent)
                .map(days -> days == 1 ? words("within 1 working day") : words("within {0} working days", days))
                .orElse(words("later than 10 working days, or not at all"));
    }

    private static Words weeks(List<Group> groups, int percent) {
        return Share.within(groups, TOLD, percent)
                .map(weeks -> words("within {0} weeks", weeks))
                .orElse(words("later than 13 weeks"));
    }
}
