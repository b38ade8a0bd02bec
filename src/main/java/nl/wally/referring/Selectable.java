package nl.wally.referring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Concepts;
import nl.wally.shared.Language;
import org.springframework.stereotype.Component;

/** What the form offers to choose from. */
@Component
class Selectable {
    /** What is spoken most by those who speak little Dutch; whoever speaks another one is not asked for it. */
    private static final List<String> LANGUAGES =
            List.of("ar", "bg", "zh", "en", "fa", "fr", "pl", "ro", "ru", "so", "es", "ti", "tr", "uk");

    private final Concepts concepts;

    Selectable(Concepts concepts) {
        this.concepts = concepts;
    }

    /** Areas of life by their code. */
    public Map<String, String> areas(String language) {
        return called(Canonicals.SYSTEM_LIFE_AREA, language);
    }

    /** Codes of ICPC-1-NL that go with a social question. */
    public Map<String, String> icpc(String language) {
        return called(Canonicals.ICPC_1_NL, language);
    }

    public List<String> languages() {
        return LANGUAGES;
    }

    private Map<String, String> called(String system, String language) {
        Language reader = language.equals(Language.DUTCH.code()) ? Language.DUTCH : Language.ENGLISH;
        Map<String, String> called = new LinkedHashMap<>();
        concepts.codes(system)
                .forEach(code ->
                        called.put(code, concepts.called(system, code, reader).orElse(code)));
        return called;
    }
}
