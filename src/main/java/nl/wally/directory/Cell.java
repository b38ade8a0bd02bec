package nl.wally.directory;

import java.util.function.BiFunction;
import java.util.function.Function;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.HealthcareService;

/** One thing that is said of an offer, as text and as the resource has it. */
interface Cell {
    /** Empty when nothing is said. */
    String read(HealthcareService offer);

    /**
     * Writes this text, which may be empty, in place of what is there.
     *
     * @return what is wrong with the text, and nothing is written; {@link Words#NONE} when it is written
     */
    Words write(String text, HealthcareService offer);

    static Cell of(Function<HealthcareService, String> read, BiFunction<String, HealthcareService, Words> write) {
        return new Cell() {
            @Override
            public String read(HealthcareService offer) {
                return read.apply(offer);
            }

            @Override
            public Words write(String text, HealthcareService offer) {
                return write.apply(text, offer);
            }
        };
    }
}
