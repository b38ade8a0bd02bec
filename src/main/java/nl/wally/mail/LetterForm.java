package nl.wally.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/** A letter as the outbox keeps it: a code and a reference. */
@Component
class LetterForm {
    private final ObjectMapper json;

    LetterForm(ObjectMapper json) {
        this.json = json;
    }

    String written(Letter letter) {
        try {
            return json.writeValueAsString(new Kept(letter.kind(), letter.about()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a code and a reference are always JSON", impossible);
        }
    }

    Letter read(String to, String kept) {
        try {
            Kept letter = json.readValue(kept, Kept.class);
            return new Letter(letter.kind(), to, letter.about());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was written is read again", impossible);
        }
    }

    private record Kept(LetterKind kind, String about) {}
}
