package nl.wally.referring;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The referral form as somebody filled it in; what is left empty is an empty text.
 *
 * @param system of the placer; empty where it is that of the practice
 * @param placer the number of this referral, given by the HIS that launched the form or made when it was opened: however often it
 *     is sent, it is one referral
 * @param opened the moment at which that was; the referral was written then
 */
record Draft(String system, String placer, String opened, Person person, Reach reach, Ask ask, Agreement agreement) {
    Draft {
        system = text(system);
        placer = text(placer);
        opened = text(opened);
    }

    /** As the browser sent it. */
    static Draft of(HttpServletRequest request) {
        return new Draft(
                request.getParameter("system"),
                request.getParameter("placer"),
                request.getParameter("opened"),
                Person.of(request),
                Reach.of(request),
                Ask.of(request),
                new Agreement(request.getParameter("agreement.permits"), request.getParameter("agreement.day")));
    }

    /** Whether a HIS launched it, which knows the person better than anybody types. */
    public boolean isLaunched() {
        return !person.system().isEmpty();
    }

    /** Under which name a browser keeps what is typed: about whom a HIS launched one form is not for another. */
    public String keptAs() {
        return isLaunched() ? "referral-" + person.system() + "|" + person.number() : "referral";
    }

    /**
     * Whom it is about.
     *
     * @param system of the number; empty where it is that of the practice
     * @param number of the person in the practice
     * @param born as {@code 1971-05-14}
     * @param gender a code of {@code administrative-gender}
     * @param language as in BCP 47; empty for who speaks Dutch
     */
    record Person(
            String system,
            String number,
            String given,
            String family,
            String born,
            String gender,
            String street,
            String city,
            String language,
            boolean interpreter) {
        static final Person NOBODY = new Person("", "", "", "", "", "", "", "", "", false);

        private static Person of(HttpServletRequest request) {
            return new Person(
                    request.getParameter("person.system"),
                    request.getParameter("person.number"),
                    request.getParameter("person.given"),
                    request.getParameter("person.family"),
                    request.getParameter("person.born"),
                    request.getParameter("person.gender"),
                    request.getParameter("person.street"),
                    request.getParameter("person.city"),
                    request.getParameter("person.language"),
                    isTicked(request, "person.interpreter"));
        }

        Person {
            system = text(system);
            number = text(number);
            given = text(given);
            family = text(family);
            born = text(born);
            gender = text(gender);
            street = text(street);
            city = text(city);
            language = text(language);
        }

        /** Empty when what stands there is no day. */
        public Optional<LocalDate> birthDate() {
            return DraftRules.day(born);
        }

        public String name() {
            return (given + " " + family).strip();
        }
    }

    /**
     * How the person is reached.
     *
     * @param moment when the person would like to be called
     * @param safe whether it is safe to call at home: {@code yes}, {@code no}, or not talked about
     * @param voicemail whether one may leave a message
     */
    record Reach(String phone, String email, String moment, String safe, boolean voicemail) {
        static final Reach NONE = new Reach("", "", "", "", false);

        private static Reach of(HttpServletRequest request) {
            return new Reach(
                    request.getParameter("reach.phone"),
                    request.getParameter("reach.email"),
                    request.getParameter("reach.moment"),
                    request.getParameter("reach.safe"),
                    isTicked(request, "reach.voicemail"));
        }

        Reach {
            phone = text(phone);
            email = text(email);
            moment = text(moment);
            safe = text(safe);
        }
    }

    /**
     * What it is about.
     *
     * @param areas codes of {@code waw-life-area}
     * @param told codes of ICPC-1-NL that the HIS told
     * @param icpc another one, instead of an area or beside it; empty for none
     * @param urgency {@code routine}, {@code urgent} or {@code crisis} (W-7)
     * @param wish what the GP would like to hear
     * @param wanted by which day
     * @param discussed whether GP and Wally have spoken by phone already
     */
    record Ask(
            List<String> areas,
            List<String> told,
            String icpc,
            String question,
            String urgency,
            String wish,
            String wanted,
            boolean discussed) {
        Ask {
            areas = List.copyOf(areas);
            told = List.copyOf(told);
            icpc = text(icpc);
            question = text(question);
            urgency = text(urgency);
            wish = text(wish);
            wanted = text(wanted);
        }

        private static Ask of(HttpServletRequest request) {
            return new Ask(
                    chosen(request, "ask.areas"),
                    chosen(request, "ask.told"),
                    request.getParameter("ask.icpc"),
                    request.getParameter("ask.question"),
                    request.getParameter("ask.urgency"),
                    request.getParameter("ask.wish"),
                    request.getParameter("ask.wanted"),
                    isTicked(request, "ask.discussed"));
        }

        /** All codes of ICPC-1-NL. */
        List<String> codes() {
            return Stream.concat(told.stream(), Stream.of(icpc))
                    .filter(code -> !code.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    /**
     * What the person agreed to (W-2).
     *
     * @param permits {@code all}, {@code share} where the GP is to hear no content, or nothing
     * @param day on which
     */
    record Agreement(String permits, String day) {
        Agreement {
            permits = text(permits);
            day = text(day);
        }
    }

    private static boolean isTicked(HttpServletRequest request, String field) {
        return request.getParameter(field) != null;
    }

    private static List<String> chosen(HttpServletRequest request, String field) {
        String[] values = request.getParameterValues(field);
        return values == null ? List.of() : List.of(values);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
